import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import {
  findThanksOfDelivery,
  insertRecognition,
  lockShoutOut,
  updateShoutOut,
} from "./repository.ts";

/** Records the thank-you after its delivery was published. Doing it twice changes nothing. */
export async function recordRecognition(ctx: Context, deliveryId: string): Promise<void> {
  requireRole(ctx, "editor");
  const thanks = await findThanksOfDelivery(ctx.db, ctx.workspaceId, deliveryId);
  if (!thanks?.shoutOutId) return;
  const { shoutOutId, postId, url, publishedAt } = thanks;
  await ctx.transact(async (tx) => {
    const shoutOut = await lockShoutOut(tx, ctx.workspaceId, shoutOutId);
    if (shoutOut.status === "published") return;
    await updateShoutOut(tx, ctx.workspaceId, shoutOutId, { status: "published" });
    await insertRecognition(tx, {
      id: ctx.newId(),
      workspaceId: ctx.workspaceId,
      personId: shoutOut.personId,
      mergedFrom: null,
      kind: shoutOut.kind,
      at: publishedAt ?? ctx.clock.now(),
      shoutOutId,
      postId,
      url,
    });
    await record(tx, ctx, "shout-out.done", shoutOutId, { personId: shoutOut.personId });
  });
}
