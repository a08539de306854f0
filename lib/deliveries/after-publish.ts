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

/** Where a delivery goes with what the network answered to its request. */
export function afterPublish(delivery: Delivery, outcome: PublishAnswer, facts: Facts): Change {
  const { now } = facts;
  if (outcome.kind === "published") return { ...published(outcome, now), ...without(outcome) };
  if (outcome.kind === "duplicate") return afterDuplicate(delivery, outcome, facts);
  if (outcome.kind === "unknown")
    return inDoubt(delivery, facts, { since: now, detail: outcome.detail });
  if (outcome.kind === "stopped") return putBack(delivery, "sending-stopped");
  return afterNothingPosted(delivery, outcome, facts);
}

/** It is out, and not all of it: the gravest is told, all of it kept. */
function without({ missing = [] }: Extract<PublishAnswer, { kind: "published" }>) {
  const [reason] = missing;
  return reason && { reason, reasonDetail: missing.join(", ") };
}

/**
 * The network has this post already, so it may be ours: the one it names is (unless it belongs to
 * another delivery, which the caller finds out, or is too old), else the network is asked.
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

/** Clocks differ. */
const skewMs = 60_000;

/**
 * Where the network tells when it was made: what was there before we ever asked, or without an earlier
 * request of ours, is somebody else's, or was taken down and is remembered.
 */
function isOurs({ ambiguousSends, firstIntentAt }: Delivery, { at }: NamedPost): boolean {
  if (at === undefined) return true;
  return (
    ambiguousSends > 0 &&
    firstIntentAt !== null &&
    new Date(at).getTime() >= firstIntentAt.getTime() - skewMs
  );
}

/** For a person to judge, where the network says when it was made. */
function candidatesFrom({ at, ...post }: NamedPost): Candidate[] {
  return at === undefined ? [] : [{ ...post, text: "", at }];
}

/** Answers after which it is certain that this request posted nothing. */
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

/** A failure says "nothing was posted"; where an earlier request may be there, nobody can say so. */
function refusedThere(delivery: Delivery, { code, detail }: Refused, { rule }: Facts): Change {
  if (isOutcomeUnknown(delivery, rule)) return needsPerson({ reason: "still-unknown", detail });
  return { state: "failed", recovery: "none", reason: code, reasonDetail: detail };
}

type Refused = Extract<PrepareAnswer, { kind: "refused" }>;

/** Where an earlier request may be there, nobody is told to post it themselves before they have looked. */
function byHand(delivery: Delivery, { detail, composer }: ByHand, { rule }: Facts): Change {
  if (isOutcomeUnknown(delivery, rule)) return needsPerson({ reason: "still-unknown", detail });
  return { ...needsPerson({ reason: "by-hand", detail }), sender: "person", composerUrl: composer };
}

type ByHand = Extract<PrepareAnswer, { kind: "by-hand" }>;

/** For as long as the workspace lets a post be late: that ends it, not how often it was tried. */
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
