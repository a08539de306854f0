import { later, type Change, type Facts } from "./change.ts";
import type { Delivery } from "./delivery.ts";

/** Was due while the database knew nothing: it may be out already. Found or not, it is never sent by itself. */
export const restored = "restored";
/** Was planned for later: it goes out in its time, unless somebody moved it forward in what was forgotten. */
export const lookFirst = "look-first";

/** What the database may have forgotten about a delivery makes it look before it acts. */
export function isForgotten({ reason }: Pick<Delivery, "reason">): boolean {
  return reason === restored || reason === lookFirst;
}

/** What a thread that stops keeps: it may be out already, whenever it is taken up. */
export function keptReason({ reason }: Pick<Delivery, "reason">): string | null {
  return reason === lookFirst ? reason : null;
}

/**
 * What is scheduled anew, moved or sent again is looked for first where its post is older than the
 * latest safe mode: whatever state the database has it in, it may have been sent in what was
 * forgotten. A person who was asked because of it has been told what the network shows.
 */
export function reasonToLook(
  post: { readonly createdAt: Date },
  safeModeAt: Date | undefined,
  asked?: Pick<Delivery, "state" | "reason" | "updatedAt">,
): typeof lookFirst | null {
  if (!safeModeAt || post.createdAt > safeModeAt) return null;
  const isAnswered =
    asked?.state === "needs_person" && asked.reason === restored && asked.updatedAt >= safeModeAt;
  return isAnswered ? null : lookFirst;
}

/** Whether the network is asked before anything is sent. */
export function isAskedFirst({ state, reason }: Pick<Delivery, "state" | "reason">): boolean {
  return state === "unknown" || reason === lookFirst;
}

/** A delivery that was due or in flight, in a database that was put back. Whoever still holds it holds it no more. */
export function afterRestore(delivery: Delivery, { now, rule }: Facts): Change {
  return {
    state: "unknown",
    fence: delivery.fence + 1,
    setbacks: 0,
    absences: 0,
    dueAt: later(now, rule.settleMs),
    reason: restored,
    reasonDetail: null,
  };
}

/** `change` is what would follow from the answer for any other delivery. */
export function afterLooking(delivery: Delivery, answer: string, change: Change): Change {
  const isLater = delivery.reason === lookFirst;
  if (isLater && answer === "absent")
    return { state: "scheduled", dueAt: delivery.dueAt, reason: null, reasonDetail: null };
  if (change.state === "unknown") return { ...change, reason: delivery.reason };
  if (change.state === "published" && !isLater) return change;
  // Planned for later and there already: moved forward, or the same words twice. A person knows.
  const { url = null, candidates, reasonDetail = null } = change;
  return {
    state: "needs_person",
    url,
    reason: restored,
    reasonDetail,
    ...(candidates && { candidates }),
  };
}
