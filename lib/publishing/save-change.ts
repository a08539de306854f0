import { markPublished } from "../accounts/mark-account.ts";
import type { Db } from "../db/store.ts";
import { record } from "../events/record.ts";
import { systemContext, type Context, type Installation } from "../kernel/context.ts";
import type { Change } from "./change.ts";
import type { Attempt, Delivery } from "./delivery.ts";
import { insertAttempt, listThread, updateDelivery, updateHeld } from "./repository.ts";

export interface Tried {
  readonly phase: Attempt["phase"];
  readonly outcome: string;
  readonly httpStatus?: number | undefined;
  readonly excerpt?: string | undefined;
}

const longestExcerpt = 500;

/**
 * Writes one change of a delivery, what was tried, and everything that follows from it, in one
 * transaction. False, and nothing written, where somebody else has the delivery by now.
 */
export async function saveChange(
  tx: Db,
  installation: Installation,
  delivery: Delivery,
  { why, ...change }: Change,
  tried: Tried,
  ctx: Context = systemContext(installation, delivery.workspaceId),
): Promise<boolean> {
  const now = ctx.clock.now();
  const released = { leaseOwner: null, leaseUntil: null, updatedAt: now };
  if (!(await updateHeld(tx, delivery, { ...change, ...released }))) return false;
  await insertAttempt(tx, {
    id: ctx.newId(),
    workspaceId: delivery.workspaceId,
    deliveryId: delivery.id,
    at: now,
    phase: tried.phase,
    outcome: tried.outcome,
    httpStatus: tried.httpStatus ?? null,
    excerpt: tried.excerpt?.slice(0, longestExcerpt) ?? null,
    decided: change.state,
    why: why ?? change.reason ?? null,
    nextAt: isWaiting(change.state) ? (change.dueAt ?? delivery.dueAt) : null,
  });
  await tell(tx, ctx, { ...delivery, ...change });
  return true;
}

function isWaiting(state: Delivery["state"]): boolean {
  return state === "scheduled" || state === "unknown";
}

/** What a new state means for others: history, the account, the rest of the thread. */
async function tell(tx: Db, ctx: Context, delivery: Delivery): Promise<void> {
  const { id, postId, accountId, state } = delivery;
  if (state === "published") {
    await markPublished(tx, { id: accountId, workspaceId: ctx.workspaceId }, ctx.clock.now());
    const url = delivery.url ?? "";
    await record(tx, ctx, "delivery.published", id, { postId, accountId, url });
    // Without the network's own reference nothing can be hung on this part.
    if (delivery.reference === null) await stopRest(tx, ctx, delivery);
  }
  if (state === "failed" || state === "cancelled") {
    const reason = delivery.reason ?? "invalid";
    await record(tx, ctx, "delivery.failed", id, { postId, accountId, reason });
    await stopRest(tx, ctx, delivery);
  }
  if (state === "needs_person" || state === "missed")
    await record(tx, ctx, "delivery.needs-person", id, { postId, accountId });
}

/** Nobody should read the third part of a thread whose second is missing. */
async function stopRest(tx: Db, ctx: Context, delivery: Delivery): Promise<void> {
  for (const later of await listThread(tx, delivery, "after")) {
    if (later.state !== "scheduled" && later.state !== "missed") continue;
    await updateDelivery(tx, later.workspaceId, later.id, {
      state: "stopped",
      reason: "earlier-part-missing",
      updatedAt: ctx.clock.now(),
    });
  }
}
