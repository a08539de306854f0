import type { Tx } from "../db/store.ts";
import { recordAll } from "../events/record-all.ts";
import type { Context } from "../kernel/context.ts";
import { localDates } from "../kernel/local-time.ts";
import { addImported, listKnownKeys } from "../posts/imported-posts.ts";
import { newDraft } from "../posts/new-draft.ts";
import type { PostWithVersions } from "../posts/post.ts";
import { indexPosts } from "../search/index-rows.ts";
import { lockQueue } from "../workspaces/save-queue-settings.ts";
import type { PostRow } from "./post-row.ts";
import { insertManyDeliveries } from "./repository.ts";
import { findSafeModeAt } from "./search-first-repository.ts";
import { mustSearchFirst } from "./search-first.ts";
import { snapshotPost } from "./snapshot.ts";

interface Stored {
  /** Null if no row was new. */
  readonly importId: string | null;
  readonly rows: readonly PostRow[];
}

/** Stores the rows in one transaction, without those that somebody imported in the meantime. */
export async function storePosts(ctx: Context, rows: readonly PostRow[]): Promise<Stored> {
  return ctx.transact(async (tx) => {
    // If two people import the same list, the second waits here and then finds the rows already stored.
    const { timeZone } = await lockQueue(tx, ctx);
    const known = await listKnownKeys(
      tx,
      ctx.workspaceId,
      rows.map(({ key }) => key),
    );
    const fresh = rows.filter(({ key }) => !known.has(key));
    if (fresh.length === 0) return { importId: null, rows: [] };
    const importId = ctx.newId();
    await store(tx, ctx, fresh, { importId, timeZone });
    return { importId, rows: fresh };
  });
}

async function store(
  tx: Tx,
  ctx: Context,
  rows: readonly PostRow[],
  { importId, timeZone }: { readonly importId: string; readonly timeZone: string },
): Promise<void> {
  const made = rows.map((row) => ({ row, post: postOf(ctx, row, { importId, timeZone }) }));
  const posts = made.map(({ post }) => post);
  await addImported(tx, ctx.workspaceId, posts);
  await indexPosts(
    tx,
    ctx.workspaceId,
    posts.map(({ id }) => id),
  );
  const happened = (post: PostWithVersions) => ({ ctx, subjectId: post.id, detail: {} });
  await recordAll(tx, "post.drafted", posts.map(happened));
  await plan(tx, ctx, made);
}

async function plan(
  tx: Tx,
  ctx: Context,
  made: readonly { readonly row: PostRow; readonly post: PostWithVersions }[],
): Promise<void> {
  const safeModeAt = await findSafeModeAt(tx);
  const planned = made.flatMap(({ row: { accounts }, post }) =>
    post.publishAt ? [{ accounts, post, publishAt: post.publishAt }] : [],
  );
  const deliveries = planned.flatMap(({ accounts, post, publishAt }) =>
    snapshotPost(ctx, post, {
      publishAt,
      accounts,
      replyTo: undefined,
      isSearchedFirst: mustSearchFirst(post, safeModeAt),
      offered: ({ network }) => ctx.networks.get(network).postOptions ?? [],
    }),
  );
  await insertManyDeliveries(tx, deliveries);
  await recordAll(
    tx,
    "post.scheduled",
    planned.map(({ post, publishAt }) => ({
      ctx,
      subjectId: post.id,
      detail: { publishAt: publishAt.toISOString(), version: post.version },
    })),
  );
}

function postOf(
  ctx: Context,
  { key, stageId, parts, accounts, publishAt }: PostRow,
  { importId, timeZone }: { readonly importId: string; readonly timeZone: string },
): PostWithVersions {
  const id = ctx.newId();
  return {
    ...newDraft(ctx, timeZone),
    id,
    stageId,
    parts: [...parts],
    importKey: key,
    importId,
    ...(publishAt && {
      state: "scheduled",
      publishAt,
      localDay: localDates(publishAt, timeZone).day,
    }),
    versions: accounts.map((account) => ({
      id: ctx.newId(),
      workspaceId: ctx.workspaceId,
      postId: id,
      accountId: account.id,
      parts: null,
      options: null,
    })),
  };
}
