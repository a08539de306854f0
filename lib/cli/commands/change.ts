import type { Command } from "commander";
import { z } from "zod";

import { type ChangedPost, changePosts } from "../../deliveries/change-posts.ts";
import { changePostsInput, type PostsChange } from "../../deliveries/input.ts";
import { refusalSentence } from "../../i18n/refusal-sentence.ts";
import type { Context } from "../../kernel/context.ts";
import { showPost } from "../../posts/show-post.ts";
import { granted, RefusedCommand } from "../../transports/refused-command.ts";
import type { CommandContext } from "../command-context.ts";
import { localTime } from "../local-time.ts";
import { stageNamed } from "../schedule.ts";
import { table } from "../table.ts";

const options = z.object({
  days: z.coerce.number().int().optional(),
  minutes: z.coerce.number().int().optional(),
  toDay: z.string().optional(),
  stage: z.string().optional(),
  queue: z.boolean().default(false),
  toDraft: z.boolean().default(false),
  delete: z.boolean().default(false),
  preview: z.boolean().default(false),
});

/** `post change`: applies one change to many posts and drafts, to all or to none. */
export function addChangeCommand(post: Command, cli: CommandContext): void {
  const { tell, inWorkspace } = cli;
  post
    .command("change <ids...>")
    .description(tell("cli.help.post-change"))
    .option("--days <number>", tell("cli.help.change-days"))
    .option("--minutes <number>", tell("cli.help.change-minutes"))
    .option("--to-day <day>", "2026-12-01")
    .option("--stage <key>", tell("cli.help.change-stage"))
    .option("--queue", tell("cli.help.change-queue"))
    .option("--to-draft", tell("cli.help.change-draft"))
    .option("--delete", tell("cli.help.change-delete"))
    .option("--preview", tell("cli.help.preview"))
    .action(
      inWorkspace(async (ctx, command) => {
        const given = options.parse(command.opts());
        const posts = await Promise.all(command.args.map((id) => versionOf(ctx, id)));
        const change = await changeOf(ctx, given);
        const asked = changePostsInput.parse({ posts, change, isPreview: given.preview });
        const changed = granted(await changePosts(ctx, asked));
        if (!changed.isDone && !given.preview) throw refusedWith(cli, changed.rows);
        const rows = await Promise.all(changed.rows.map((row) => lineOf(ctx, cli, row)));
        return { json: changed, text: table(["ID", "BEFORE", "AFTER", "TEXT"], rows) };
      }),
    );
}

async function versionOf(ctx: Context, id: string) {
  const { id: postId, version } = await showPost(ctx, id);
  return { postId, version };
}

/** Nothing was changed: reports the number of refused posts and the first refusal. */
function refusedWith({ tell, locale }: CommandContext, rows: readonly ChangedPost[]) {
  const wrong = rows.filter((row) => row.refused);
  const [first] = wrong;
  return new RefusedCommand("posts-refused", {
    refused: wrong.length,
    postId: first?.postId ?? "",
    reason: first?.refused ? refusalSentence(tell, locale, first.refused) : "",
  });
}

/** Returns the change; throws unless exactly one was given. */
async function changeOf(
  ctx: Context,
  { days, minutes, toDay, stage, ...given }: z.output<typeof options>,
): Promise<PostsChange> {
  const plain = [
    ["queue", given.queue],
    ["draft", given.toDraft],
    ["delete", given.delete],
  ] as const;
  const wanted: PostsChange[] = plain.flatMap(([kind, isWanted]) => (isWanted ? [{ kind }] : []));
  if (days !== undefined || minutes !== undefined)
    wanted.push({ kind: "shift", days: days ?? 0, minutes: minutes ?? 0 });
  if (toDay !== undefined) wanted.push({ kind: "day", day: toDay });
  if (stage !== undefined) wanted.push({ kind: "stage", stageId: await stageNamed(ctx, stage) });
  const [change, ...more] = wanted;
  if (!change || more.length > 0) throw new RefusedCommand("one-change");
  return change;
}

async function lineOf(
  ctx: Context,
  { tell, locale }: CommandContext,
  { postId, text, before, after, refused }: ChangedPost,
): Promise<string[]> {
  const shown = async ({ state, publishAt }: Pick<ChangedPost["before"], "state" | "publishAt">) =>
    publishAt && state === "scheduled" ? localTime(ctx, publishAt) : state;
  const wrong = refused && refusalSentence(tell, locale, refused);
  return [postId, await shown(before), wrong ?? (after ? await shown(after) : ""), text];
}
