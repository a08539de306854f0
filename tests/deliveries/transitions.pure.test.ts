import { expect, test } from "vitest";

import type { DeliveryState } from "#lib/deliveries/delivery";
import type { CompletedStep, DeliveryEvent } from "#lib/deliveries/delivery-event";
import { resolutions } from "#lib/deliveries/resolution";
import { deliveries } from "#lib/deliveries/schema";
import { transition } from "#lib/deliveries/transition";
import { transitions } from "#lib/deliveries/transitions";

import { aDelivery } from "../support/a-delivery.ts";
import { noon } from "../support/context.ts";
import { detail, facts, inAMinute, kinds, later, there } from "./a-step.ts";

const states = deliveries.state.enumValues;
const recoveries = deliveries.recovery.enumValues;

const prepared: Extract<CompletedStep, { type: "prepare" }>["outcome"][] = [
  { kind: "refused", code: "invalid", detail },
  { kind: "by-hand", composer: "https://c", detail },
  { kind: "not-sent", detail },
  { kind: "later", retryAt: inAMinute, detail },
  { kind: "reconnect", detail },
  { kind: "out-of-credit", detail },
];
const published: Extract<CompletedStep, { type: "publish" }>["outcome"][] = [
  ...prepared,
  { kind: "published", ...there },
  { kind: "duplicate", detail },
  { kind: "duplicate", detail, named: there },
  { kind: "unknown", detail },
  { kind: "stopped" },
];
const reconciled: Extract<CompletedStep, { type: "reconcile" }>["outcome"][] = [
  { kind: "published", ...there },
  { kind: "absent" },
  { kind: "unknown", detail },
  { kind: "not-sent", detail },
  { kind: "later", retryAt: inAMinute, detail },
  { kind: "reconnect", detail },
  { kind: "spent-out", until: inAMinute },
];
const time = { at: inAMinute, isSearchedFirst: false };

/** Every event in every form that it can have. */
const events: readonly DeliveryEvent[] = [
  ...prepared.map((outcome) => ({ type: "prepare", outcome }) as const),
  ...published.map((outcome) => ({ type: "publish", outcome }) as const),
  ...reconciled.map((outcome) => ({ type: "reconcile", outcome }) as const),
  { type: "claim", workerId: "w", purpose: "send" },
  { type: "claim", workerId: "w", purpose: "send", request: {} },
  { type: "claim", workerId: "w", purpose: "reconcile" },
  { type: "intent", request: {} },
  { type: "put-back" },
  { type: "lease-lost" },
  { type: "late", policy: "ask" },
  { type: "late", policy: "skip" },
  { type: "monthly-cap" },
  { type: "account-disconnected" },
  { type: "alert" },
  { type: "restored" },
  { type: "search-first" },
  { type: "thread-stopped" },
  { type: "thread-resumed", ...time },
  { type: "unreadable" },
  ...resolutions.map((resolution) => ({ type: "resolve", resolution }) as const),
  ...(["needs_person", "missed", "failed"] as const).map(
    (state) => ({ type: "undo-resolution", state, reason: null }) as const,
  ),
  { type: "move", ...time },
  { type: "reschedule", ...time, isSearchedFirst: true },
  { type: "unschedule" },
  { type: "rewrite", draftId: "d" },
  { type: "edit", text: "Hello again", url: there.url },
  { type: "remove" },
];

/** What every event makes of every delivery there can be; undefined where it is refused. */
function* everyCase() {
  for (const from of states)
    for (const event of events)
      for (const recovery of recoveries)
        for (const kind of kinds)
          for (const ambiguousSends of [0, 1, 2])
            for (const [tries, after] of [
              [1, 0],
              [12, 1],
              [12, 200],
            ] as const) {
              const counts = {
                attempts: tries,
                consecutiveFailures: tries,
                notFoundCount: tries,
                ambiguousSends,
              };
              const delivery = aDelivery({ state: from, recovery, ...counts });
              const now = later(after * 60_000);
              yield {
                from,
                event,
                delivery,
                to: stateAfter(() => transition(delivery, event, facts(kind, { now })).state),
              };
            }
}

const cases = [...everyCase()];

function stateAfter(decide: () => DeliveryState): DeliveryState | undefined {
  try {
    return decide();
  } catch (error) {
    expect(String(error)).toContain("cannot go from");
    return undefined;
  }
}

test("the table is exactly what can happen: nothing else, and nothing in it never does", () => {
  const seen = new Set<string>();
  for (const { from, event, to } of cases)
    if (to && event.type !== "unreadable") seen.add(`${from} ${event.type} ${to}`);
  const table = Object.entries(transitions).flatMap(([from, row]) =>
    Object.entries(row).flatMap(([type, all]) => all.map((to) => `${from} ${type} ${to}`)),
  );
  expect([...seen].toSorted()).toEqual(table.toSorted());
});

test("what may be out is asked for before anything is sent, whatever happens to it", () => {
  for (const { event, delivery, to } of cases) {
    const isDoubt = delivery.state === "unknown" || delivery.state === "sending";
    if (isDoubt && event.type !== "publish" && event.type !== "intent")
      expect(["sending", "claimed", "scheduled"], event.type).not.toContain(to);
  }
});

test("what was due before a restore is never sent without a person", () => {
  for (const { event, delivery, to } of cases)
    if (delivery.state === "reconciling" && delivery.recovery === "restored")
      expect(to, event.type).not.toBe("scheduled");
});

test("what is published stays published", () => {
  for (const { from, event, to } of cases)
    if (from === "published" && to && event.type !== "unreadable") expect(to).toBe("published");
});

test("a word of another version is looked for, and then asked of a person", () => {
  const other = aDelivery({ state: "reconciling", recovery: "some-other-word" as "none" });
  for (const kind of kinds) {
    const absent = { type: "reconcile", outcome: { kind: "absent" } } as const;
    const now = later(3_600_000);
    expect(transition(other, absent, facts(kind, { now })).state).not.toBe("scheduled");
  }
  const state = "some-other-state" as "scheduled";
  const asked = transition(aDelivery({ state }), { type: "unreadable" }, facts("own-id"));
  expect(asked).toMatchObject({ state: "needs_person", reason: "unreadable-state" });
  for (const event of events)
    if (event.type !== "unreadable")
      expect(() => transition(aDelivery({ state }), event, facts("own-id", { now: noon }))).toThrow(
        "cannot go from",
      );
});
