import { markPublished } from "../accounts/mark-account.ts";
import type { Tx } from "../db/store.ts";
import { recordAll } from "../events/record-all.ts";
import type { Context } from "../kernel/context.ts";
import type { DeliveryEvent, EventType } from "./delivery-event.ts";
import type { Delivery } from "./delivery.ts";

interface Changed {
  readonly before: Delivery;
  readonly after: Delivery;
  readonly event: DeliveryEvent;
  readonly ctx: Context;
}

/**
 * Events that are not recorded for other parts of the product: claiming, planning, and changes that a person
 * makes on the network.
 */
const isSilent: ReadonlySet<EventType> = new Set([
  "claim",
  "intent",
  "monthly-cap",
  "search-first",
  "thread-stopped",
  "thread-resumed",
  "reschedule",
  "unschedule",
  "undo-resolution",
  "edit",
  "remove",
]);

/** Records what the new states mean for the history, notifications and the accounts' last publishing time. */
export async function recordDeliveryEvents(tx: Tx, all: readonly Changed[]): Promise<void> {
  const news = all.filter(({ event }) => !isSilent.has(event.type));
  const inState = (...states: Delivery["state"][]) =>
    news.filter(({ after }) => states.includes(after.state));
  await recordPublished(tx, inState("published"));
  await recordAll(
    tx,
    "delivery.failed",
    inState("failed", "cancelled").map(({ ctx, after: { id, postId, accountId, reason } }) => ({
      ctx,
      subjectId: id,
      detail: { postId, accountId, reason: reason ?? "invalid" },
    })),
  );
  await recordAll(tx, "delivery.needs-person", inState("needs_person", "missed").map(aboutPost));
  await recordAll(tx, "delivery.takes-long", news.filter(isSlow).map(aboutPost));
}

async function recordPublished(tx: Tx, published: readonly Changed[]): Promise<void> {
  const accounts = published.map(({ after, ctx }) => ({
    id: after.accountId,
    workspaceId: after.workspaceId,
    lastPublishedAt: ctx.clock.now(),
  }));
  await markPublished(tx, accounts);
  await recordAll(
    tx,
    "delivery.published",
    published.map(({ after: { id, postId, accountId, url, reason }, ctx }) => ({
      ctx,
      subjectId: id,
      detail: { postId, accountId, url: url ?? "", ...(reason && { reason }) },
    })),
  );
}

/**
 * Whether people were first notified by this event that the delivery takes long. The engine continues by
 * itself.
 */
function isSlow({ before, after }: Changed): boolean {
  return after.alertedAt !== null && before.alertedAt === null;
}

function aboutPost({ ctx, after: { id, postId, accountId } }: Changed) {
  return { ctx, subjectId: id, detail: { postId, accountId } };
}
