import { expect, test } from "vitest";

import type { DeliveryEvent } from "#lib/deliveries/delivery-event";
import { transition } from "#lib/deliveries/transition";

import { aDelivery } from "../support/a-delivery.ts";
import { noon } from "../support/context.ts";
import {
  decide,
  detail,
  facts,
  inAMinute,
  kinds,
  later,
  settled,
  settleMs,
  step,
  there,
} from "./a-step.ts";

const candidate = { ...there, text: "Hello", at: noon.toISOString() };

test("what is published is bound, and nothing of its doubts is left", () => {
  const doubted = { reason: "no-answer", reasonDetail: "x", candidates: [candidate] };
  expect(decide(doubted, step("reconcile", { kind: "published", ...there }))).toEqual({
    state: "published",
    ...there,
    publishedAt: settled,
    recovery: "none",
    reason: null,
    reasonDetail: null,
    candidates: null,
  });
});

test("doubt is settled no sooner than the network can know, counted from the last moment it may have left", () => {
  const unknown = decide({}, step("publish", { kind: "unknown", detail }), "own-id", { now: noon });
  expect(unknown).toMatchObject({ dueAt: later(settleMs), ambiguousSends: 1, notFoundCount: 0 });
  const asleep = aDelivery({ state: "sending", leaseUntil: later(-5_000) });
  const lost = transition(asleep, { type: "lease-lost" }, facts("own-id", { now: noon }));
  expect(lost).toMatchObject({
    state: "unknown",
    dueAt: later(settleMs - 5_000),
    ambiguousSends: 1,
  });
  const dead = aDelivery({ state: "sending", leaseUntil: inAMinute });
  const gone = transition(dead, { type: "lease-lost" }, facts("own-id", { now: noon }));
  expect(gone).toMatchObject({ dueAt: later(settleMs) });
});

test.each(kinds)("%s: not there before it can be known leads nowhere", (kind) => {
  const now = later(settleMs - 1);
  const early = decide({ ambiguousSends: 1 }, step("reconcile", { kind: "absent" }), kind, { now });
  expect(early).toMatchObject({ state: "unknown", dueAt: later(settleMs) });
});

test("a network that can only be listed is listed twice, then a person is asked and offered what was found", () => {
  const absent = step("reconcile", { kind: "absent", candidates: [candidate] });
  const first = decide({ ambiguousSends: 1 }, absent, "listing");
  expect(first).toMatchObject({
    state: "unknown",
    notFoundCount: 1,
    dueAt: later(2 * settleMs),
    candidates: [candidate],
  });
  const second = decide({ ambiguousSends: 1, notFoundCount: 1 }, absent, "listing");
  expect(second).toMatchObject({ state: "needs_person", reason: "still-unknown" });
});

test("what the network calls a duplicate is never sent again, however often it does not show", () => {
  const absent = step("reconcile", { kind: "absent" });
  for (const kind of kinds)
    for (const notFoundCount of [0, 1, 2, 3]) {
      const { state } = decide(
        { ambiguousSends: 1, recovery: "duplicate_reported", notFoundCount },
        absent,
        kind,
      );
      const isOver = notFoundCount === 3 || kind === "refusal-only";
      expect(state, kind).toBe(isOver ? "needs_person" : "unknown");
    }
});

test("what could not leave keeps its place, its tries and the time in which it may be repeated", () => {
  const keeps = { state: "scheduled", attempts: 0, dueAt: noon, firstIntentAt: null };
  expect(decide({}, step("publish", { kind: "reconnect", detail }))).toMatchObject({
    ...keeps,
    reason: "reconnect",
  });
  expect(decide({}, step("publish", { kind: "out-of-credit", detail }))).toMatchObject({
    ...keeps,
    reason: "out-of-credit",
  });
  expect(decide({}, step("publish", { kind: "stopped" }))).toMatchObject({
    ...keeps,
    reason: "sending-stopped",
  });
  const limited = step("publish", { kind: "later", retryAt: inAMinute, detail });
  expect(decide({}, limited)).toMatchObject({ ...keeps, dueAt: inAMinute });
  // Something may have left before: that time runs on.
  expect("firstIntentAt" in decide({ ambiguousSends: 1 }, limited)).toBe(false);
});

test("what could not be reached is tried again after 5, 10, 20 … seconds, at most ten minutes", () => {
  for (const phase of ["prepare", "publish"] as const)
    for (const [consecutiveFailures, seconds] of [
      [0, 5],
      [1, 10],
      [2, 20],
      [10, 600],
      [500, 600],
    ] as const) {
      const notSent = step(phase, { kind: "not-sent", detail });
      expect(decide({ consecutiveFailures }, notSent, "own-id", { now: noon })).toMatchObject({
        state: "scheduled",
        consecutiveFailures: consecutiveFailures + 1,
        dueAt: later(seconds * 1000),
        reason: "unreachable",
      });
    }
});

test("by hand: a person gets the network's own composer", () => {
  const byHand = step("prepare", { kind: "by-hand", composer: "https://x.example/new", detail });
  expect(decide({}, byHand)).toMatchObject({
    state: "needs_person",
    sender: "person",
    reason: "by-hand",
    reasonDetail: detail,
    composerUrl: "https://x.example/new",
  });
  // An earlier request may be there: nobody posts it themselves before they have looked.
  const doubted = decide({ ambiguousSends: 1 }, byHand, "duplicate-listing");
  expect(doubted).toMatchObject({ state: "needs_person", reason: "still-unknown" });
  expect("composerUrl" in doubted).toBe(false);
});

test.each(kinds)(
  "%s: no answer after something may have left leads straight back to sending",
  (kind) => {
    const ambiguousSends: DeliveryEvent[] = [
      step("publish", { kind: "unknown", detail }),
      { type: "lease-lost" },
      step("reconcile", { kind: "not-sent", detail }),
      step("reconcile", { kind: "reconnect", detail }),
      step("reconcile", { kind: "later", retryAt: inAMinute, detail }),
    ];
    for (const doubt of ambiguousSends) {
      const state = doubt.type === "reconcile" ? "reconciling" : "sending";
      expect(transition(aDelivery({ state, ambiguousSends: 1 }), doubt, facts(kind)).state).toBe(
        "unknown",
      );
    }
  },
);

test.each(["duplicate-listing", "refusal-only"] as const)(
  "%s: a post that the network names with its age is ours only where it can be of an earlier request",
  (kind) => {
    const after = (ambiguousSends: number, at: Date) => {
      const named = { ...there, at: at.toISOString() };
      return decide(
        { ambiguousSends, firstIntentAt: noon },
        step("publish", { kind: "duplicate", detail, named }),
        kind,
      );
    };
    expect(after(1, later(1_000))).toMatchObject({ state: "published", remoteId: there.remoteId });
    // A clock that is a little slow.
    expect(after(1, later(-30_000)).state).toBe("published");
    const isElsewhere = { state: kind === "refusal-only" ? "needs_person" : "unknown" };
    // From before we asked for the first time: somebody else's, or taken down since.
    expect(after(1, later(-120_000))).toMatchObject({
      ...isElsewhere,
      reason: "duplicate",
      candidates: [{ remoteId: there.remoteId, at: later(-120_000).toISOString() }],
    });
    // Nothing of ours can be there: it is the first request.
    expect(after(0, later(1_000))).toMatchObject(isElsewhere);
  },
);
