import { doubted, held, later, parked, published, type Change, type Facts } from "./change.ts";
import type { PublishAnswer } from "./delivery-event.ts";
import type { Delivery } from "./delivery.ts";
import { afterNothingPosted } from "./nothing-posted.ts";

/** Where a delivery goes with what the network answered to its request. */
export function afterPublish(delivery: Delivery, outcome: PublishAnswer, facts: Facts): Change {
  const { now } = facts;
  if (outcome.kind === "published") return published(outcome, now);
  if (outcome.kind === "duplicate") return afterDuplicate(outcome, facts);
  if (outcome.kind === "unknown")
    return doubted(delivery, facts, { since: now, detail: outcome.detail });
  if (outcome.kind === "stopped") return held(delivery, "sending-stopped");
  return afterNothingPosted(delivery, outcome, facts);
}

/**
 * The network has this post already, so it may be ours: the one it names is (unless it belongs to
 * another delivery, which the caller finds out), else the network is asked.
 */
function afterDuplicate(
  { named, detail }: Extract<PublishAnswer, { kind: "duplicate" }>,
  { now, rule }: Facts,
): Change {
  if (named) return { ...published(named, now), why: "named-by-network" };
  if (rule.kind === "refusal-only") return parked({ reason: "duplicate", detail });
  return {
    state: "unknown",
    recovery: "duplicate_reported",
    setbacks: 0,
    absences: 0,
    dueAt: later(now, rule.settleMs),
    reason: "duplicate",
    reasonDetail: detail,
  };
}
