import type { NamedPost } from "../networks/contract/outcome.ts";
import type { Candidate } from "../networks/contract/remote.ts";
import {
  type Change,
  type Facts,
  inDoubt,
  putBack,
  addMs,
  needsPerson,
  published,
  withoutIntent,
} from "./change.ts";
import type { PrepareAnswer, PublishAnswer } from "./delivery-event.ts";
import type { Delivery } from "./delivery.ts";
import { isOutcomeUnknown } from "./idempotency.ts";
import { nextTry } from "./retry-policy.ts";

/** Returns the change that follows from the network's answer to a publish request. */
export function afterPublish(delivery: Delivery, outcome: PublishAnswer, facts: Facts): Change {
  const { now } = facts;
  if (outcome.kind === "published") return { ...published(outcome, now), ...without(outcome) };
  if (outcome.kind === "duplicate") return afterDuplicate(delivery, outcome, facts);
  if (outcome.kind === "unknown")
    return inDoubt(delivery, facts, { since: now, detail: outcome.detail });
  if (outcome.kind === "stopped") return putBack(delivery, "sending-stopped");
  return afterNothingPosted(delivery, outcome, facts);
}

/**
 * The post is published but incomplete: stores the most serious missing item as the reason and lists all of
 * them in the detail.
 */
function without({ missing = [] }: Extract<PublishAnswer, { kind: "published" }>) {
  const [reason] = missing;
  return reason && { reason, reasonDetail: missing.join(", ") };
}

/**
 * The network reports that it already has this post. If it names a post that can be this delivery's, the
 * delivery is published; otherwise the network is asked. The caller has already removed named posts that
 * belong to other deliveries.
 */
function afterDuplicate(
  delivery: Delivery,
  { named, detail }: Extract<PublishAnswer, { kind: "duplicate" }>,
  { now, rule }: Facts,
): Change {
  if (named && isOurs(delivery, named))
    return { ...published(named, now), why: "named-by-network" };
  const candidates = named ? { candidates: candidatesFrom(named) } : {};
  if (rule.kind === "refusal-only")
    return { ...needsPerson({ reason: "duplicate", detail }), ...candidates };
  return {
    state: "unknown",
    recovery: "duplicate_reported",
    consecutiveFailures: 0,
    notFoundCount: 0,
    dueAt: addMs(now, rule.settleMs),
    reason: "duplicate",
    reasonDetail: detail,
    ...candidates,
  };
}

/** Allowed difference between our clock and the network's. */
const skewMs = 60_000;

/**
 * Whether the named post can be this delivery's. A post without a creation time counts as ours. A post made
 * before our first intent, or without an earlier request of ours, belongs to somebody else or is one that was
 * removed.
 */
function isOurs({ ambiguousSends, firstIntentAt }: Delivery, { at }: NamedPost): boolean {
  if (at === undefined) return true;
  return (
    ambiguousSends > 0 &&
    firstIntentAt !== null &&
    new Date(at).getTime() >= firstIntentAt.getTime() - skewMs
  );
}

/** Candidates for a person to judge; none if the network gives no creation time. */
function candidatesFrom({ at, ...post }: NamedPost): Candidate[] {
  return at === undefined ? [] : [{ ...post, text: "", at }];
}

/** Returns the change after an answer that proves that this request posted nothing. */
export function afterNothingPosted(
  delivery: Delivery,
  outcome: PrepareAnswer,
  facts: Facts,
): Change {
  switch (outcome.kind) {
    case "refused":
      return refusedThere(delivery, outcome, facts);
    case "not-sent":
      return unreachable(delivery, outcome.detail, facts.now);
    case "later":
      return putBack(delivery, "network-limit", {
        detail: outcome.detail,
        dueAt: outcome.retryAt,
      });
    case "reconnect":
    case "out-of-credit":
      return putBack(delivery, outcome.kind, { detail: outcome.detail });
    case "by-hand":
      return byHand(delivery, outcome, facts);
  }
}

/**
 * `failed` means that nothing was posted. If the outcome of an earlier request is unknown, a person is asked
 * instead.
 */
function refusedThere(delivery: Delivery, { code, detail }: Refused, { rule }: Facts): Change {
  if (isOutcomeUnknown(delivery, rule)) return needsPerson({ reason: "still-unknown", detail });
  return { state: "failed", recovery: "none", reason: code, reasonDetail: detail };
}

type Refused = Extract<PrepareAnswer, { kind: "refused" }>;

/**
 * If the outcome of an earlier request is unknown, a person is asked to look first instead of to post it by
 * hand.
 */
function byHand(delivery: Delivery, { detail, composer }: ByHand, { rule }: Facts): Change {
  if (isOutcomeUnknown(delivery, rule)) return needsPerson({ reason: "still-unknown", detail });
  return { ...needsPerson({ reason: "by-hand", detail }), sender: "person", composerUrl: composer };
}

type ByHand = Extract<PrepareAnswer, { kind: "by-hand" }>;

/**
 * The delivery is tried again until the workspace's lateness policy ends it; the number of tries does not end
 * it.
 */
function unreachable(delivery: Delivery, detail: string, now: Date): Change {
  return {
    ...withoutIntent(delivery),
    ...nextTry(delivery, now),
    state: "scheduled",
    recovery: "none",
    reason: "unreachable",
    reasonDetail: detail,
  };
}
