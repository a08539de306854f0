import { expect, test } from "vitest";

import type { DeliveryState } from "#lib/deliveries/delivery";
import type { CompletedStep } from "#lib/deliveries/delivery-event";
import { transition } from "#lib/deliveries/transition";

import { aDelivery } from "../support/a-delivery.ts";
import { noon } from "../support/context.ts";
import { decide, detail, facts, inAMinute, kinds, later, settleMs, step, there } from "./a-step.ts";

/** Everything that can be answered to each step; for all classes, or one state a class in the order of `kinds`. */
const table: [name: string, step: CompletedStep, states: string][] = [
  ["prepare refused", step("prepare", { kind: "refused", code: "invalid", detail }), "failed"],
  ["prepare not sent", step("prepare", { kind: "not-sent", detail }), "scheduled"],
  ["prepare later", step("prepare", { kind: "later", retryAt: inAMinute, detail }), "scheduled"],
  ["prepare reconnect", step("prepare", { kind: "reconnect", detail }), "scheduled"],
  [
    "prepare by hand",
    step("prepare", { kind: "by-hand", composer: "https://c", detail }),
    "needs_person",
  ],
  ["publish published", step("publish", { kind: "published", ...there }), "published"],
  ["publish refused", step("publish", { kind: "refused", code: "forbidden", detail }), "failed"],
  ["publish not sent", step("publish", { kind: "not-sent", detail }), "scheduled"],
  ["publish later", step("publish", { kind: "later", retryAt: inAMinute, detail }), "scheduled"],
  ["publish reconnect", step("publish", { kind: "reconnect", detail }), "scheduled"],
  ["publish out of credit", step("publish", { kind: "out-of-credit", detail }), "scheduled"],
  ["publish stopped", step("publish", { kind: "stopped" }), "scheduled"],
  ["publish unknown", step("publish", { kind: "unknown", detail }), "unknown"],
  [
    "publish duplicate, unnamed",
    step("publish", { kind: "duplicate", detail }),
    "unknown unknown unknown unknown needs_person unknown",
  ],
  [
    "publish duplicate, named",
    step("publish", { kind: "duplicate", detail, named: there }),
    "published",
  ],
  ["reconcile published", step("reconcile", { kind: "published", ...there }), "published"],
  [
    "reconcile absent",
    step("reconcile", { kind: "absent" }),
    "scheduled scheduled scheduled scheduled scheduled unknown",
  ],
  [
    "reconcile not shown",
    step("reconcile", { kind: "not-shown", detail }),
    "unknown unknown unknown unknown needs_person unknown",
  ],
  [
    "reconcile unknown",
    step("reconcile", { kind: "unknown", detail }),
    "unknown unknown unknown unknown scheduled unknown",
  ],
  ["reconcile not sent", step("reconcile", { kind: "not-sent", detail }), "unknown"],
  ["reconcile later", step("reconcile", { kind: "later", retryAt: inAMinute, detail }), "unknown"],
  ["reconcile reconnect", step("reconcile", { kind: "reconnect", detail }), "unknown"],
];

/** The same answers to a request that left once more, after one that nobody could account for. */
const afterDoubt: typeof table = [
  [
    "refused",
    step("publish", { kind: "refused", code: "invalid", detail }),
    "failed failed failed needs_person needs_person needs_person",
  ],
  ["not sent", step("publish", { kind: "not-sent", detail }), "scheduled"],
  ["later", step("publish", { kind: "later", retryAt: inAMinute, detail }), "scheduled"],
  ["published", step("publish", { kind: "published", ...there }), "published"],
  ["unknown", step("publish", { kind: "unknown", detail }), "unknown"],
  ["duplicate, named", step("publish", { kind: "duplicate", detail, named: there }), "published"],
  [
    "absent again",
    step("reconcile", { kind: "absent" }),
    "scheduled scheduled scheduled scheduled needs_person unknown",
  ],
];

/** The same, when the network does not know a repeated request any more. */
const tooLong: typeof table = [
  [
    "absent",
    step("reconcile", { kind: "absent" }),
    "scheduled unknown scheduled scheduled scheduled unknown",
  ],
];

for (const [index, kind] of kinds.entries()) {
  test.each(table)(`${kind}: %s`, (_name, taken, states) => {
    expect(decide({ ambiguousSends: taken.type === "reconcile" ? 1 : 0 }, taken, kind).state).toBe(
      stateOf(states, index),
    );
  });
  test.each(afterDoubt)(`${kind}, sent twice: %s`, (_name, taken, states) => {
    expect(decide({ ambiguousSends: taken.type === "reconcile" ? 2 : 1 }, taken, kind).state).toBe(
      stateOf(states, index),
    );
  });
  test.each(tooLong)(`${kind}, an hour later: %s`, (_name, taken, states) => {
    const now = later(3_600_000);
    expect(decide({ ambiguousSends: 1 }, taken, kind, { now }).state).toBe(stateOf(states, index));
  });
  test.each([
    ["claimed", "scheduled"],
    ["sending", "unknown"],
    ["reconciling", "unknown"],
  ] as const)(`${kind}: lost while %s`, (state, expected) => {
    expect(transition(aDelivery({ state }), { type: "lease-lost" }, facts(kind)).state).toBe(
      expected,
    );
  });
}

const candidate = { ...there, text: "Hello", at: noon.toISOString() };

test.each(kinds)("%s: what is not shown where that proves nothing is never sent again", (kind) => {
  const notShown = step("reconcile", { kind: "not-shown", detail, candidates: [candidate] });
  expect(decide({ ambiguousSends: 1, notFoundCount: 1 }, notShown, kind)).toMatchObject({
    state: "needs_person",
    reason: "still-unknown",
    reasonDetail: detail,
    candidates: [candidate],
  });
  const early = decide({ ambiguousSends: 1, notFoundCount: 1, intentAt: noon }, notShown, kind, {
    now: later(settleMs - 1),
  });
  expect(early).toMatchObject({ state: "unknown", why: "too-early" });
});

test.each(kinds)("%s: after a restore, too, it is never sent by itself", (kind) => {
  const notShown = step("reconcile", { kind: "not-shown", detail });
  for (const recovery of ["search_first", "restored"] as const)
    for (const notFoundCount of [0, 1, 2])
      expect(decide({ recovery, notFoundCount }, notShown, kind).state).not.toBe("scheduled");
});

test.each(kinds)("%s: what came out in part is out, and says so", (kind) => {
  const published = { kind: "published", ...there } as const;
  const missing = ["without-its-poll", "not-as-an-answer"] as const;
  expect(decide({}, step("publish", { ...published, missing }), kind)).toMatchObject({
    state: "published",
    reason: "without-its-poll",
    reasonDetail: "without-its-poll, not-as-an-answer",
  });
  expect(decide({}, step("publish", published), kind)).toMatchObject({ reason: null });
});

function stateOf(states: string, index: number): DeliveryState {
  const all = states.split(" ");
  return (all.length === 1 ? all[0] : all[index]) as DeliveryState;
}
