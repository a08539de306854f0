import { expect, test } from "vitest";

import { mostAttempts } from "#lib/deliveries/change";
import type { Delivery } from "#lib/deliveries/delivery";
import type { DeliveryEvent } from "#lib/deliveries/delivery-event";
import { tooLatePolicy } from "#lib/deliveries/lateness";
import { isAlertDue } from "#lib/deliveries/retry-policy";
import { transition } from "#lib/deliveries/transition";
import { keptRequest } from "#lib/publisher/prepare-request";

import { aDelivery } from "../support/a-delivery.ts";
import { noon } from "../support/context.ts";
import { type Kind, detail, facts, kinds, later, ruleOf } from "./a-step.ts";

const lost: DeliveryEvent = { type: "lease-lost" };
const notMade: DeliveryEvent = { type: "prepare", outcome: { kind: "not-sent", detail } };
const notLeft: DeliveryEvent = { type: "publish", outcome: { kind: "not-sent", detail } };
const notAsked: DeliveryEvent = { type: "reconcile", outcome: { kind: "not-sent", detail } };
const notTold: DeliveryEvent = { type: "reconcile", outcome: { kind: "unknown", detail } };
const questions: readonly DeliveryEvent[] = [notAsked, notTold];
const absent: DeliveryEvent = { type: "reconcile", outcome: { kind: "absent" } };
const limited: DeliveryEvent = {
  type: "publish",
  outcome: { kind: "later", retryAt: minutes(1), detail },
};

test.each(kinds)(
  "%s: a hundred crashes in a minute use up nothing, and delay nothing for long",
  (kind) => {
    for (const state of ["claimed", "reconciling"] as const) {
      let delivery = aDelivery({ state, ambiguousSends: state === "claimed" ? 0 : 1 });
      for (let crash = 0; crash < 100; crash += 1) {
        const change = step(delivery, lost, { kind, now: minutes(1) });
        expect(change).toMatchObject({ state: state === "claimed" ? "scheduled" : "unknown" });
        delivery = { ...delivery, ...change, state };
      }
      expect(delivery).toMatchObject({ attempts: 1, consecutiveFailures: 100 });
      expect(delivery.dueAt.getTime()).toBeLessThanOrEqual(minutes(11).getTime());
    }
  },
);

test("the first three interruptions are taken up at once; what ends its worker every time leaves others room", () => {
  for (const [consecutiveFailures, waits] of [
    [0, 0],
    [2, 0],
    [3, 5],
    [4, 10],
    [9, 320],
    [20, 600],
  ] as const) {
    const { dueAt } = step(aDelivery({ state: "claimed", consecutiveFailures }), lost, {
      now: noon,
    });
    expect(dueAt).toEqual(new Date(noon.getTime() + waits * 1000));
  }
});

test.each([
  [
    "reconciling, asked 12 times within an hour",
    { state: "reconciling", consecutiveFailures: 11, ambiguousSends: 1 },
    60,
    "unknown",
  ],
  [
    "reconciling, asked twice within two hours",
    { state: "reconciling", consecutiveFailures: 1, ambiguousSends: 1 },
    120,
    "unknown",
  ],
  [
    "reconciling, asked 12 times within two hours",
    { state: "reconciling", consecutiveFailures: 11, ambiguousSends: 1 },
    120,
    "needs_person",
  ],
  [
    "claimed, 12 times within an hour",
    { state: "claimed", consecutiveFailures: 11 },
    60,
    "scheduled",
  ],
  [
    "claimed, 12 times within two hours",
    { state: "claimed", consecutiveFailures: 11 },
    120,
    "failed",
  ],
  [
    "claimed to be sent once more, 12 times within two hours",
    { state: "claimed", consecutiveFailures: 11, ambiguousSends: 1 },
    120,
    "needs_person",
  ],
] as const)("interrupted while %s", (_when, over, after, state) => {
  for (const kind of kinds)
    expect(step(aDelivery(over), lost, { kind, now: minutes(after) }).state).toBe(state);
});

test("a question that nobody answers is put for two hours, whatever was tried before, and then to a person", () => {
  for (const kind of kinds)
    for (const question of questions) {
      // Such a network cannot tell: its answer is that it is not seen.
      if (kind === "refusal-only" && question === notTold) continue;
      const doubt = { state: "reconciling", ambiguousSends: 1, attempts: mostAttempts } as const;
      const early = step(aDelivery({ ...doubt, consecutiveFailures: 500 }), question, {
        kind,
        now: minutes(119),
      });
      expect(early).toMatchObject({
        state: "unknown",
        consecutiveFailures: 501,
        dueAt: minutes(129),
      });
      expect("attempts" in early).toBe(false);
      const late = step(aDelivery({ ...doubt, consecutiveFailures: 11 }), question, {
        kind,
        now: minutes(120),
      });
      expect(late).toMatchObject({ state: "needs_person", reason: "still-unknown" });
    }
});

test.each(kinds)(
  "%s: requests that may have made a post are capped, and nothing else is",
  (kind) => {
    const sent = aDelivery({ state: "sending", attempts: mostAttempts, consecutiveFailures: 500 });
    for (const notSent of [notLeft, limited])
      expect(step(sent, notSent, { kind })).toMatchObject({
        state: "scheduled",
        attempts: mostAttempts - 1,
      });
    const made = aDelivery({
      state: "claimed",
      attempts: 0,
      consecutiveFailures: 500,
      firstIntentAt: null,
    });
    const again = step(made, notMade, { kind });
    expect(again).toMatchObject({ state: "scheduled", reason: "unreachable" });
    expect("attempts" in again).toBe(false);

    const doubted = aDelivery({ state: "reconciling", ambiguousSends: 1, attempts: mostAttempts });
    expect(step(doubted, absent, { kind }).state).toBe("needs_person");
    expect(step({ ...doubted, attempts: mostAttempts - 1 }, absent, { kind }).state).not.toBe(
      "needs_person",
    );
  },
);

test.each([
  ["ask", 60, undefined, undefined],
  ["ask", 61, "missed", "unreachable-in-time"],
  ["skip", 61, "cancelled", "skipped-late"],
  ["publish", 600, undefined, undefined],
] as const)("unreachable and to %s, %i minutes late: %s", (whenTooLate, after, state, reason) => {
  const waiting = aDelivery({
    reason: "unreachable",
    reasonDetail: detail,
    consecutiveFailures: 20,
  });
  const policy = { lateMinutes: 60, whenTooLate };
  const now = minutes(after);
  const late = tooLatePolicy(waiting, policy, now);
  const change =
    late && transition(waiting, { type: "late", policy: late }, facts("own-id", { now }));
  expect([change?.state, change?.reason]).toEqual([state, reason]);
  if (state === "missed") expect(change?.reasonDetail).toBe(detail);
});

test.each([
  ["in doubt", { state: "unknown", ambiguousSends: 1 }, 15, true],
  ["in doubt for less", { state: "unknown", ambiguousSends: 1 }, 14, false],
  ["in doubt, and told", { state: "unknown", ambiguousSends: 1, alertedAt: noon }, 15, false],
  [
    "in doubt after a restore, told of all at once",
    { state: "unknown", recovery: "restored" },
    15,
    false,
  ],
  ["not reached", { state: "scheduled", consecutiveFailures: 3 }, 15, true],
  ["waits for its turn", { state: "scheduled" }, 15, false],
  ["settled", { state: "published", ambiguousSends: 1 }, 15, false],
  [
    "first tried long after its time",
    { state: "unknown", ambiguousSends: 1, firstIntentAt: minutes(60) },
    74,
    false,
  ],
  [
    "first tried long after its time",
    { state: "unknown", ambiguousSends: 1, firstIntentAt: minutes(60) },
    75,
    true,
  ],
] as const)("%s: %o after %i minutes, people are told: %s", (_name, over, after, told) => {
  expect(isAlertDue(aDelivery(over), ruleOf("listing"), minutes(after))).toBe(told);
});

test("nobody is told of a doubt before the network can know", () => {
  const slow = { ...ruleOf("container"), settleMs: 30 * 60_000 };
  const doubt = aDelivery({ state: "unknown", ambiguousSends: 1 });
  expect(isAlertDue(doubt, slow, minutes(34))).toBe(false);
  expect(isAlertDue(doubt, slow, minutes(35))).toBe(true);
});

test("the try that comes after 15 minutes tells of it, and none is put off beyond", () => {
  const before = aDelivery({ state: "claimed", consecutiveFailures: 9 });
  expect(step(before, notMade, { now: minutes(10) })).toMatchObject({ dueAt: minutes(15) });
  const told = step(before, notMade, { now: minutes(15) });
  expect(told).toMatchObject({ alertedAt: minutes(15), dueAt: minutes(25) });
  const after = step({ ...before, alertedAt: minutes(15) }, notMade, { now: minutes(25) });
  expect("alertedAt" in after).toBe(false);
});

test.each([
  ["none was made", { request: null }, 0, false],
  ["just made, nothing left", { firstIntentAt: null }, 10, true],
  ["made a while ago, nothing left", { firstIntentAt: null }, 11, false],
  ["something may have left", {}, 10_000, true],
] as const)(
  "a frozen request: %s (%o), after %i minutes: kept %s",
  (_name, over, after, isKept) => {
    expect(keptRequest(aDelivery(over), minutes(after)) !== undefined).toBe(isKept);
  },
);

function step(
  delivery: Delivery,
  taken: DeliveryEvent,
  { kind = "own-id" as Kind, now = minutes(5) } = {},
) {
  return transition(delivery, taken, facts(kind, { now }));
}

function minutes(count: number): Date {
  return later(count * 60_000);
}
