import type { Account } from "../accounts/account.ts";
import { listAccounts } from "../accounts/list-accounts.ts";
import type { Context } from "../kernel/context.ts";
import { writtenMoment } from "../kernel/local-time.ts";
import { csvCell } from "../lists/csv-cell.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { partColumns } from "./post-list-columns.ts";
import type { PostWithVersions } from "./post.ts";
import { listNewest } from "./repository.ts";

const pageSize = 500;

interface Names {
  readonly timeZone: string;
  readonly stages: ReadonlyMap<string, string>;
  readonly accounts: ReadonlyMap<string, string>;
  /** Number of parts of the longest thread. */
  readonly partCount: number;
}

/**
 * Writes all posts and drafts as a list that `importPosts` reads, newest first, with times in the workspace's
 * time zone. Importing the list again adds nothing. Reads the posts twice, page by page, because the header
 * depends on the longest thread.
 */
export async function* exportPosts(ctx: Context): AsyncGenerator<string> {
  requireRole(ctx, "viewer");
  let partCount = 1;
  for await (const posts of pages(ctx))
    for (const { parts } of posts) partCount = Math.max(partCount, parts.length);
  const names = { ...(await namesOf(ctx)), partCount };
  const head = ["key", "at", "stage", "accounts", "text", "warning"];
  yield lineOf([...head, ...partColumns.slice(0, partCount - 1)]);
  for await (const posts of pages(ctx))
    yield posts.map((post) => lineOf(cellsOf(post, names))).join("");
}

async function* pages(ctx: Context): AsyncGenerator<readonly PostWithVersions[]> {
  let before: string | undefined;
  for (;;) {
    const posts = await listNewest(ctx.db, ctx.workspaceId, { before, limit: pageSize });
    yield posts;
    before = posts.at(-1)?.id;
    if (posts.length < pageSize) return;
  }
}

async function namesOf(ctx: Context): Promise<Omit<Names, "partCount">> {
  const [{ timeZone }, stages, accounts] = await Promise.all([
    showWorkspace(ctx),
    listStages(ctx),
    listAccounts(ctx, { withDisconnected: true }),
  ]);
  const nameOf = ({ network, handle }: Account) => `${network}:${handle}`;
  return {
    timeZone,
    stages: new Map(stages.map(({ id, key }) => [id, key])),
    accounts: new Map(accounts.map((account) => [account.id, nameOf(account)])),
  };
}

function cellsOf(post: PostWithVersions, names: Names): string[] {
  const { id, publishAt, stageId, versions, parts } = post;
  const texts = Array.from({ length: names.partCount }, (_, index) => parts[index]?.text ?? "");
  const [first = "", ...more] = texts;
  return [
    id,
    publishAt ? writtenMoment(publishAt, names.timeZone) : "",
    names.stages.get(stageId ?? "") ?? "",
    versions.map(({ accountId }) => names.accounts.get(accountId) ?? "").join(", "),
    first,
    parts[0]?.warning ?? "",
    ...more,
  ];
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}
