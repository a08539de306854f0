import type { Candidate } from "../networks/contract/remote.ts";
import { addMs, mostAttempts, needsPerson, published, type Change, type Facts } from "./change.ts";
import type { ReconcileAnswer } from "./delivery-event.ts";
import type { Delivery } from "./delivery.ts";
import { mayResend } from "./idempotency.ts";
import { isWornOut, nextTry } from "./retry-policy.ts";

/**
 * Returns the change that follows from the network's answer to the question whether a delivery in doubt is
 * there.
 */
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

/**
 * On this server a missing post proves nothing, so the network is asked again and then a person, whatever the
 * network's rule allows.
 */
function afterNotShown(delivery: Delivery, detail: string, facts: Facts): Change {
  return (
    tooEarly(delivery, facts) ?? listAgain(delivery, facts, { most: mostListings.absent, detail })
  );
}

/** The post is not there. What follows depends on how reliably the network can be asked. */
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

/** Whether the network itself reported that it already has the post. */
function isDuplicate({ recovery }: Delivery): boolean {
  return recovery === "duplicate_reported";
}

/**
 * Number of listings without the post after which a person is asked. It is higher if the network reported the
 * post, because it will probably show up.
 */
const mostListings = { absent: 2, duplicate: 4 };

/**
 * Asks again later, because a listing may lag behind; after `most` listings a person is asked. Nothing is
 * sent in between.
 */
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
  // A network of this class can never answer the question; only sending again can.
  if (facts.rule.kind === "refusal-only") return afterAbsence(delivery, facts);
  return askAgain(delivery, detail, facts.now);
}

/**
 * Asks the network again after a question without an answer. After many tries over a long time a person is
 * asked.
 */
function askAgain(delivery: Delivery, detail: string, now: Date): Change {
  if (isWornOut(delivery, now)) return needsPerson({ reason: reasonOf(delivery), detail });
  const again = nextTry(delivery, now);
  return { state: "unknown", ...again, ...because(delivery, "no-answer", detail) };
}

/**
 * The account needs a new sign-in. Asks again only after a pause, because a paused account is not marked as
 * waiting and would otherwise be claimed all the time.
 */
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

/**
 * Keeps the reported duplicate in `reason` and `recovery` until the delivery is settled, because it decides
 * what may be done later.
 */
function because(delivery: Delivery, reason: string, detail: string) {
  return isDuplicate(delivery)
    ? { why: reason, reason: "duplicate", reasonDetail: detail }
    : { why: reason, recovery: "none" as const, reason, reasonDetail: detail };
}

/**
 * Stores the candidates of the latest search, which a person is shown; absent candidates leave the stored
 * ones.
 */
function kept(candidates: readonly Candidate[] | undefined): Partial<Delivery> {
  return candidates ? { candidates: [...candidates] } : {};
}
