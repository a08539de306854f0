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
  /** When it goes out again; null where it is a draft now. */
  readonly publishAt: Date | null;
  /** Why what was planned is only a draft now: its time has passed or was taken, its account is gone. */
  readonly notPlanned: string | null;
}

/**
 * Takes a deletion back: a draft is a draft, and what was planned is planned for the same instant, on the
 * same accounts. Where that cannot be any more (also: somebody took its place) nothing is lost: it is a
 * draft, and it is said why.
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
