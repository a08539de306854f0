import type { SessionProblem } from "../accounts/with-session.ts";
import type { OutcomeRule } from "../networks/connector.ts";
import type { PrepareOutcome, PublishOutcome, ReconcileOutcome } from "../networks/outcome.ts";
import type { Delivery } from "./delivery.ts";
import { mayResend } from "./resend.ts";

/** What came of one step with a delivery. */
export type Step =
  | { phase: "prepare"; outcome: Answer<Exclude<PrepareOutcome, { kind: "ready" }>> }
  | { phase: "publish"; outcome: Answer<PublishOutcome> }
  | { phase: "reconcile"; outcome: Answer<ReconcileOutcome> }
  /** The worker that held it is gone, or was paused for too long. */
  | { phase: "lease-lost" };

type Answer<Outcome> = Exclude<Outcome, { kind: "expired" }> | SessionProblem;
export type StepOutcome = Extract<Step, { outcome: unknown }>["outcome"];

export interface Facts {
  readonly now: Date;
  readonly rule: OutcomeRule;
}

export type Change = Partial<Delivery> & Pick<Delivery, "state">;

export const mostAttempts = 12;

/** Where a delivery goes after one step: the whole state machine of `sending` and what surrounds it. */
export function afterStep(delivery: Delivery, step: Step, facts: Facts): Change {
  switch (step.phase) {
    case "lease-lost":
      return afterLostLease(delivery, facts);
    case "prepare":
      return afterSure(delivery, step.outcome, facts, delivery.attempts + 1);
    case "publish":
      return afterPublish(delivery, step.outcome, facts);
    case "reconcile":
      return afterReconcile(delivery, step.outcome, facts);
  }
}

type Sure = Extract<Step, { phase: "prepare" }>["outcome"];

/** Answers after which it is certain that nothing was posted. */
function afterSure(delivery: Delivery, outcome: Sure, { now }: Facts, attempts: number): Change {
  switch (outcome.kind) {
    case "refused":
      return { state: "failed", attempts, reason: outcome.code, reasonDetail: outcome.detail };
    case "not-sent":
      if (attempts >= mostAttempts)
        return { state: "failed", attempts, reason: "unreachable", reasonDetail: outcome.detail };
      return {
        state: "scheduled",
        attempts,
        dueAt: after(now, backoffMs(attempts)),
        reason: "unreachable",
        reasonDetail: outcome.detail,
      };
    case "later":
      return {
        ...held(delivery, attempts, "network-limit", outcome.detail),
        ...wait(delivery, outcome.retryAt),
      };
    case "reconnect":
      return held(delivery, attempts, "reconnect", outcome.detail);
    case "by-hand":
      return {
        state: "needs_person",
        attempts,
        reason: "by-hand",
        reasonDetail: outcome.composer,
      };
  }
}

function afterPublish(
  delivery: Delivery,
  outcome: Extract<Step, { phase: "publish" }>["outcome"],
  facts: Facts,
): Change {
  if (outcome.kind === "published") return published(outcome, facts.now);
  if (outcome.kind === "unknown") return doubted(delivery, facts, outcome.detail);
  if (outcome.kind === "duplicate")
    return outcome.named
      ? published(outcome.named, facts.now)
      : doubted(delivery, facts, outcome.detail);
  if (outcome.kind === "out-of-credit")
    return held(delivery, delivery.attempts, "out-of-credit", outcome.detail);
  return afterSure(delivery, outcome, facts, delivery.attempts);
}

function afterReconcile(
  delivery: Delivery,
  outcome: Extract<Step, { phase: "reconcile" }>["outcome"],
  facts: Facts,
): Change {
  switch (outcome.kind) {
    case "published":
      return published(outcome, facts.now);
    case "absent":
      return mayResend(facts.rule.kind, delivery, facts.now) && delivery.attempts < mostAttempts
        ? { state: "scheduled", dueAt: facts.now, reason: null, reasonDetail: null }
        : parked(delivery.attempts, "The network does not show it.");
    case "later":
      return { state: "unknown", ...wait(delivery, outcome.retryAt) };
    case "reconnect":
      return { state: "unknown", reason: "reconnect", reasonDetail: outcome.detail };
    case "unknown":
    case "not-sent":
      return askAgain(delivery, outcome.detail, facts.now);
  }
}

function askAgain(delivery: Delivery, detail: string, now: Date): Change {
  const attempts = delivery.attempts + 1;
  if (attempts >= mostAttempts) return parked(attempts, detail);
  return {
    state: "unknown",
    attempts,
    dueAt: after(now, backoffMs(attempts)),
    reason: "no-answer",
    reasonDetail: detail,
  };
}

function afterLostLease(delivery: Delivery, facts: Facts): Change {
  if (delivery.state === "claimed") return { state: "scheduled" };
  if (delivery.state === "reconciling") return { state: "unknown" };
  return doubted(delivery, facts, "The worker stopped before an answer was kept.");
}

/** Something may be there. Nothing is sent until the network has been asked, and not before it can know. */
function doubted(delivery: Delivery, { now, rule }: Facts, detail: string): Change {
  return {
    state: "unknown",
    dueAt: after(delivery.intentAt ?? now, rule.settleMs),
    reason: "no-answer",
    reasonDetail: detail,
  };
}

function published(
  found: { remoteId: string; reference: Delivery["reference"]; url: string },
  now: Date,
): Change {
  const { remoteId, reference, url } = found;
  return {
    state: "published",
    remoteId,
    reference,
    url,
    publishedAt: now,
    reason: null,
    reasonDetail: null,
  };
}

function parked(attempts: number, detail: string): Change {
  return { state: "needs_person", attempts, reason: "still-unknown", reasonDetail: detail };
}

/** The account cannot send now, through no fault of this delivery: it keeps its place and its tries. */
function held(delivery: Delivery, attempts: number, reason: string, detail: string): Change {
  return {
    state: "scheduled",
    attempts: Math.max(0, attempts - 1),
    dueAt: delivery.dueAt,
    reason,
    reasonDetail: detail,
  };
}

function wait(delivery: Delivery, until: Date): { dueAt: Date } {
  return { dueAt: after(until, spreadMs(delivery.id)) };
}

/** Up to two seconds, so that what waited together does not come back together. */
function spreadMs(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 2_000;
  return sum;
}

/** 5 s, 10 s, 20 s … at most 10 minutes. */
function backoffMs(attempts: number): number {
  return Math.min(5_000 * 2 ** Math.max(0, attempts - 1), 600_000);
}

function after(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}
