import type { Account } from "#lib/accounts/account";
import { insertDeliveries } from "#lib/deliveries/repository";
import { snapshotPost } from "#lib/deliveries/snapshot";
import type { Context } from "#lib/kernel/context";

export interface Planned {
  /** Of the post and of its one delivery. */
  readonly id: string;
  readonly dueAt: Date;
  readonly account: Account;
}

/** One delivery of a short post for each, all in one transaction: as scheduling makes them, in bulk. */
export async function planDeliveries(ctx: Context, planned: readonly Planned[]): Promise<void> {
  const rows = planned.flatMap(({ id, dueAt, account }) =>
    snapshotPost({ ...ctx, newId: () => id }, aPost(ctx, id, account), {
      publishAt: dueAt,
      accounts: [account],
      replyTo: undefined,
      isSearchedFirst: false,
      offered: () => [],
    }),
  );
  await ctx.transact((tx) => insertDeliveries(tx, rows));
}

function aPost(ctx: Context, id: string, account: Account) {
  const now = ctx.clock.now();
  return {
    id,
    workspaceId: ctx.workspaceId,
    stageId: null,
    state: "scheduled" as const,
    parts: [{ text: `Post ${id}`, images: [] }],
    language: null,
    disclosure: null,
    publishAt: now,
    timeZone: "UTC",
    localDay: null,
    authorId: "ada",
    shoutOutId: null,
    importKey: null,
    importId: null,
    recurrenceId: null,
    recurrenceDay: null,
    replyToTouchpointId: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
    versions: [
      {
        id,
        workspaceId: ctx.workspaceId,
        postId: id,
        accountId: account.id,
        parts: null,
        options: null,
      },
    ],
  };
}
