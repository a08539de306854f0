import type { Candidate } from "../networks/contract/remote.ts";
import { addMs, mostAttempts, needsPerson, published, type Change, type Facts } from "./change.ts";
import type { ReconcileAnswer } from "./delivery-event.ts";
import type { Delivery } from "./delivery.ts";
import { mayResend } from "./idempotency.ts";
import { isWornOut, nextTry } from "./retry-policy.ts";

/** Where a delivery in doubt goes with what the network answered when asked for it. */
export function afterReconcile(delivery: Delivery, outcome: ReconcileAnswer, facts: Facts): Change {
  switch (outcome.kind) {
    case "published":
      return published(outcome, facts.now);
    case "absent":
      return {
        consecutiveFailures: 0,
        ...afterAbsence(delivery, facts),
        ...kept(outcome.candidates),
      };
    case "not-shown":
      return {
        consecutiveFailures: 0,
        ...afterNotShown(delivery, outcome.detail, facts),
        ...kept(outcome.candidates),
      };
    case "unknown":
      return { ...cannotTell(delivery, outcome.detail, facts), ...kept(outcome.candidates) };
    case "not-sent":
      return askAgain(delivery, outcome.detail, facts.now);
    case "later":
      return { state: "unknown", dueAt: outcome.retryAt, why: "network-limit" };
    case "spent-out":
      return { state: "unknown", dueAt: outcome.until, why: "monthly-cap" };
    case "reconnect":
      return withoutSignIn(delivery, outcome.detail, facts.now);
  }
}

/** That it is not shown proves nothing on this server, so it is looked for again and then a person is asked, whatever its class of network allows. */
function afterNotShown(delivery: Delivery, detail: string, facts: Facts): Change {
  return (
    tooEarly(delivery, facts) ?? listAgain(delivery, facts, { most: mostListings.absent, detail })
  );
}

/** Surely not there now. What follows from that differs by how well the network can be asked. */
function afterAbsence(delivery: Delivery, facts: Facts): Change {
  const { now, rule } = facts;
  const early = tooEarly(delivery, facts);
  if (early) return early;
  if (isDuplicate(delivery)) return listAgain(delivery, facts, { most: mostListings.duplicate });
  if (delivery.attempts >= mostAttempts) return notSeen("still-unknown");
  if (mayResend(rule, delivery, now)) {
    const reason = rule.kind === "refusal-only" ? "probe" : "not-there";
    return { state: "scheduled", recovery: "none", dueAt: now, reason, reasonDetail: null };
  }
  return listAgain(delivery, facts, { most: mostListings.absent });
}

function tooEarly({ intentAt }: Delivery, { now, rule }: Facts): Change | undefined {
  const settled = intentAt && addMs(intentAt, rule.settleMs);
  return settled && now < settled
    ? { state: "unknown", dueAt: settled, why: "too-early" }
    : undefined;
}

/** The network itself said that it has the post. */
function isDuplicate({ recovery }: Delivery): boolean {
  return recovery === "duplicate_reported";
}

/** How often nothing may be seen before a person is asked: a post that the network itself says is there will show. */
const mostListings = { absent: 2, duplicate: 4 };

/** A listing may lag behind; nothing is sent meanwhile, nor afterwards. */
function listAgain(
  delivery: Delivery,
  { now, rule }: Facts,
  { most, detail }: { readonly most: number; readonly detail?: string },
): Change {
  const notFoundCount = delivery.notFoundCount + 1;
  if (rule.kind === "refusal-only" || notFoundCount >= most)
    return notSeen(reasonOf(delivery), detail);
  const dueAt = addMs(now, rule.settleMs * 2 ** delivery.notFoundCount);
  return { state: "unknown", notFoundCount, dueAt, why: "not-shown-yet" };
}

function cannotTell(delivery: Delivery, detail: string, facts: Facts): Change {
  // Such a network can never tell: only a probe can.
  if (facts.rule.kind === "refusal-only") return afterAbsence(delivery, facts);
  return askAgain(delivery, detail, facts.now);
}

/** A question that nobody answered makes nothing worse: it is put again, and people are told in the meantime. */
function askAgain(delivery: Delivery, detail: string, now: Date): Change {
  if (isWornOut(delivery, now)) return needsPerson({ reason: reasonOf(delivery), detail });
  const again = nextTry(delivery, now);
  return { state: "unknown", ...again, ...because(delivery, "no-answer", detail) };
}

/** It waits for a person, and a paused account is not marked as waiting: it must not be asked after all the time. */
function withoutSignIn(delivery: Delivery, detail: string, now: Date): Change {
  const dueAt = addMs(now, signInPauseMs);
  return { state: "unknown", dueAt, ...because(delivery, "reconnect", detail) };
}

const signInPauseMs = 60_000;

function notSeen(reason: string, detail = "The network does not show it."): Change {
  return needsPerson({ reason, detail });
}

function reasonOf(delivery: Delivery): string {
  return isDuplicate(delivery) ? "duplicate" : "still-unknown";
}

/** That the network has it already decides what may be done later, and stays until it is settled. */
function because(delivery: Delivery, reason: string, detail: string) {
  return isDuplicate(delivery)
    ? { why: reason, reason: "duplicate", reasonDetail: detail }
    : { why: reason, recovery: "none" as const, reason, reasonDetail: detail };
}

/** The latest look is the one that a person is shown. */
function kept(candidates: readonly Candidate[] | undefined): Partial<Delivery> {
  return candidates ? { candidates: [...candidates] } : {};
}
