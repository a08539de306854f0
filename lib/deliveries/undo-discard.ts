import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { PostIdInput } from "../posts/input.ts";
import { lockPost } from "../posts/lock-post.ts";
import { accountIdsOf } from "../posts/post.ts";
import { isOccupied } from "../posts/queue-ahead.ts";
import { restoreDraft } from "../posts/restore-post.ts";
import { lockQueue } from "../workspaces/save-queue-settings.ts";
import { findDestinations, planPost } from "./schedule-post.ts";

export interface UndoneDiscard {
  readonly postId: string;
  /** When it is planned again; null if it is a draft now. */
  readonly publishAt: Date | null;
  /**
   * Why a planned post is only a draft now, for example because its time has passed or was taken, or its
   * account is disconnected.
   */
  readonly notPlanned: string | null;
}

/**
 * Reverts a deletion. A scheduled post is planned for the same instant and accounts; if that is not possible
 * any more, it becomes a draft and the result says why.
 */
export async function undoDiscard(
  ctx: Context,
  { postId }: PostIdInput,
): Promise<Result<UndoneDiscard, never>> {
  const where = await findDestinations(ctx);
  return ctx.transact(async (tx) => {
    await lockQueue(tx, ctx);
    const { publishAt: at } = await restoreDraft(tx, ctx, postId);
    if (!at) return ok({ postId, publishAt: null, notPlanned: null });
    const accountIds = accountIdsOf(await lockPost(tx, ctx, postId));
    if (await isOccupied(tx, ctx.workspaceId, { accountIds, at }))
      return ok({ postId, publishAt: null, notPlanned: "slot-taken" });
    const planned = await planPost(tx, ctx, { postId, when: { kind: "instant", at } }, where);
    return planned.ok
      ? ok({ postId, publishAt: planned.value.publishAt, notPlanned: null })
      : ok({ postId, publishAt: null, notPlanned: planned.refusal });
  });
}
