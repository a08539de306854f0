import { expect, test } from "vitest";

import type { OutcomeRule } from "#lib/networks/connector";
import type { Delivery, DeliveryState } from "#lib/publishing/delivery";
import { afterStep, mostAttempts, type Step } from "#lib/publishing/next-state";

import { aDelivery } from "../support/a-delivery.ts";
import { noon } from "../support/context.ts";

const rule: OutcomeRule = { kind: "own-id", settleMs: 30_000, timeoutMs: 10_000 };
const there = { remoteId: "r", reference: { id: "r" }, url: "https://fake.example/r" };
const inAMinute = new Date(noon.getTime() + 60_000);

const table: [string, DeliveryState, Step, Partial<Delivery>][] = [
  [
    "prepare refused",
    "claimed",
    step("prepare", { kind: "refused", code: "invalid", detail: "x" }),
    { state: "failed", reason: "invalid", attempts: 2 },
  ],
  [
    "prepare not sent",
    "claimed",
    step("prepare", { kind: "not-sent", detail: "x" }),
    { state: "scheduled", dueAt: later(10_000), attempts: 2 },
  ],
  [
    "prepare later",
    "claimed",
    step("prepare", { kind: "later", retryAt: inAMinute, detail: "x" }),
    { state: "scheduled", attempts: 1 },
  ],
  [
    "prepare reconnect",
    "claimed",
    step("prepare", { kind: "reconnect", detail: "x" }),
    { state: "scheduled", dueAt: noon, reason: "reconnect" },
  ],
  [
    "publish published",
    "sending",
    step("publish", { kind: "published", ...there }),
    { state: "published", ...there, publishedAt: noon },
  ],
  [
    "publish refused",
    "sending",
    step("publish", { kind: "refused", code: "forbidden", detail: "x" }),
    { state: "failed", reason: "forbidden" },
  ],
  [
    "publish not sent",
    "sending",
    step("publish", { kind: "not-sent", detail: "x" }),
    { state: "scheduled", dueAt: later(5_000) },
  ],
  [
    "publish later",
    "sending",
    step("publish", { kind: "later", retryAt: inAMinute, detail: "x" }),
    { state: "scheduled", attempts: 0 },
  ],
  [
    "publish reconnect",
    "sending",
    step("publish", { kind: "reconnect", detail: "x" }),
    { state: "scheduled", attempts: 0 },
  ],
  [
    "publish out of credit",
    "sending",
    step("publish", { kind: "out-of-credit", detail: "x" }),
    { state: "scheduled", reason: "out-of-credit" },
  ],
  [
    "publish unknown",
    "sending",
    step("publish", { kind: "unknown", detail: "x" }),
    { state: "unknown", dueAt: later(30_000) },
  ],
  [
    "reconcile published",
    "reconciling",
    step("reconcile", { kind: "published", ...there }),
    { state: "published", ...there },
  ],
  [
    "reconcile absent",
    "reconciling",
    step("reconcile", { kind: "absent" }),
    { state: "scheduled", dueAt: noon },
  ],
  [
    "reconcile unknown",
    "reconciling",
    step("reconcile", { kind: "unknown", detail: "x" }),
    { state: "unknown", attempts: 2, dueAt: later(10_000) },
  ],
  [
    "reconcile not sent",
    "reconciling",
    step("reconcile", { kind: "not-sent", detail: "x" }),
    { state: "unknown", attempts: 2 },
  ],
  [
    "reconcile later",
    "reconciling",
    step("reconcile", { kind: "later", retryAt: inAMinute, detail: "x" }),
    { state: "unknown" },
  ],
  [
    "reconcile reconnect",
    "reconciling",
    step("reconcile", { kind: "reconnect", detail: "x" }),
    { state: "unknown", reason: "reconnect" },
  ],
  ["lost after the claim", "claimed", { phase: "lease-lost" }, { state: "scheduled" }],
  [
    "lost while sending",
    "sending",
    { phase: "lease-lost" },
    { state: "unknown", dueAt: later(30_000) },
  ],
  ["lost while asking", "reconciling", { phase: "lease-lost" }, { state: "unknown" }],
];

test.each(table)("%s", (_name, state, taken, expected) => {
  expect(afterStep(aDelivery({ state }), taken, { now: noon, rule })).toMatchObject(expected);
});

test("no answer after something may have left ever leads straight back to sending", () => {
  const doubts: Step[] = [
    step("publish", { kind: "unknown", detail: "x" }),
    { phase: "lease-lost" },
    step("reconcile", { kind: "unknown", detail: "x" }),
    step("reconcile", { kind: "not-sent", detail: "x" }),
    step("reconcile", { kind: "reconnect", detail: "x" }),
    step("reconcile", { kind: "later", retryAt: inAMinute, detail: "x" }),
  ];
  for (const doubt of doubts) {
    const state = doubt.phase === "reconcile" ? "reconciling" : "sending";
    expect(afterStep(aDelivery({ state }), doubt, { now: noon, rule }).state).toBe("unknown");
  }
});

test("tries are capped: doubt ends with a person, certainty with a failure", () => {
  const last = aDelivery({ state: "reconciling", attempts: mostAttempts - 1 });
  const unknown = step("reconcile", { kind: "unknown", detail: "x" });
  expect(afterStep(last, unknown, { now: noon, rule }).state).toBe("needs_person");
  const tired = aDelivery({ state: "reconciling", attempts: mostAttempts });
  const absent = step("reconcile", { kind: "absent" });
  expect(afterStep(tired, absent, { now: noon, rule }).state).toBe("needs_person");
  const notSent = step("publish", { kind: "not-sent", detail: "x" });
  const sending = aDelivery({ state: "sending", attempts: mostAttempts });
  expect(afterStep(sending, notSent, { now: noon, rule })).toMatchObject({
    state: "failed",
    reason: "unreachable",
  });
});

function step<Phase extends "prepare" | "publish" | "reconcile">(
  phase: Phase,
  outcome: Extract<Step, { phase: Phase }>["outcome"],
): Step {
  return { phase, outcome } as Step;
}

function later(ms: number): Date {
  return new Date(noon.getTime() + ms);
}
