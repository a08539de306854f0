import { expect, test } from "vitest";

import type { OutcomeRule } from "#lib/networks/connector";
import { afterAnswer, answersFor } from "#lib/publishing/answer";
import type { Delivery, DeliveryState } from "#lib/publishing/delivery";
import { whenLate } from "#lib/publishing/lateness";
import { afterStep, mostAttempts, type Step } from "#lib/publishing/next-state";
import { replyTargetOf } from "#lib/publishing/outgoing-part";
import { postStatus } from "#lib/publishing/post-status";
import { mayResend } from "#lib/publishing/resend";

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
  expect(afterStep(delivery({ state }), taken, { now: noon, rule })).toMatchObject(expected);
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
    expect(afterStep(delivery({ state }), doubt, { now: noon, rule }).state).toBe("unknown");
  }
});

test("tries are capped: doubt ends with a person, certainty with a failure", () => {
  const last = delivery({ state: "reconciling", attempts: mostAttempts - 1 });
  const unknown = step("reconcile", { kind: "unknown", detail: "x" });
  expect(afterStep(last, unknown, { now: noon, rule }).state).toBe("needs_person");
  const tired = delivery({ state: "reconciling", attempts: mostAttempts });
  const absent = step("reconcile", { kind: "absent" });
  expect(afterStep(tired, absent, { now: noon, rule }).state).toBe("needs_person");
  const notSent = step("publish", { kind: "not-sent", detail: "x" });
  const sending = delivery({ state: "sending", attempts: mostAttempts });
  expect(afterStep(sending, notSent, { now: noon, rule })).toMatchObject({
    state: "failed",
    reason: "unreachable",
  });
});

test.each([
  ["own-id", 500, true],
  ["container", 500, true],
  ["duplicate-listing", 500, true],
  ["key", 54, true],
  ["key", 55, false],
  ["refusal-only", 1, true],
  ["listing", 1, false],
] as const)("%s, absent %i minutes after the first intent: may resend %s", (kind, minutes, may) => {
  const now = new Date(noon.getTime() + minutes * 60_000);
  expect(mayResend(kind, { attempts: 1, firstIntentAt: noon }, now)).toBe(may);
});

test("a probe is sent once where the network can only refuse", () => {
  expect(mayResend("refusal-only", { attempts: 2, firstIntentAt: noon }, noon)).toBe(false);
});

test.each([
  ["ask", 60, undefined],
  ["ask", 61, "missed"],
  ["skip", 61, "cancelled"],
  ["publish", 900, undefined],
] as const)("%s, %i minutes late: %s", (whenTooLate, minutes, state) => {
  const now = new Date(noon.getTime() + minutes * 60_000);
  const scheduled = delivery({ state: "scheduled" });
  expect(whenLate(scheduled, { lateMinutes: 60, whenTooLate }, now)?.state).toBe(state);
  const doubted = delivery({ state: "unknown" });
  expect(whenLate(doubted, { lateMinutes: 60, whenTooLate }, now)).toBeUndefined();
});

test("after doubt the same bytes go again, after a refusal they are made anew", () => {
  const context = { now: noon, url: undefined };
  const doubted = afterAnswer(delivery({ state: "needs_person" }), "send-again", context);
  expect(doubted).toMatchObject({ state: "scheduled", attempts: 0 });
  expect("request" in doubted).toBe(false);
  const failed = afterAnswer(delivery({ state: "failed" }), "send-again", context);
  expect(failed).toMatchObject({ state: "scheduled", request: null });
});

test("what went out or is on its way is not a question", () => {
  for (const state of ["published", "sending", "claimed", "unknown", "scheduled"] as const)
    expect(answersFor({ state })).toEqual([]);
});

test("a thread that answers somebody hangs on what they wrote", () => {
  const replyTo = { root: "theirs", parent: "theirs too" };
  const frozen = { text: "", images: [], language: null, replyTo: null };
  expect(replyTargetOf({ frozen }, [])).toBeUndefined();
  expect(replyTargetOf({ frozen: { ...frozen, replyTo } }, [])).toEqual(replyTo);
  const first = { frozen: { ...frozen, replyTo }, reference: "ours" };
  expect(replyTargetOf({ frozen }, [first])).toEqual({ root: "theirs", parent: "ours" });
});

test.each([
  ["draft", [], "draft"],
  ["scheduled", ["scheduled", "scheduled"], "scheduled"],
  ["scheduled", ["published", "sending"], "publishing"],
  ["scheduled", ["published", "unknown"], "checking"],
  ["scheduled", ["published", "scheduled"], "partly-published"],
  ["scheduled", ["published", "published"], "published"],
  ["scheduled", ["published", "cancelled"], "partly-published"],
  ["scheduled", ["cancelled"], "left-out"],
  ["scheduled", ["failed", "stopped"], "failed"],
  ["scheduled", ["failed", "missed", "needs_person"], "needs-person"],
] as const)("a %s post with %j is %s", (state, states, status) => {
  expect(
    postStatus(
      { state },
      states.map((one) => ({ state: one })),
    ),
  ).toBe(status);
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

function delivery(over: Partial<Delivery>): Delivery {
  return {
    id: "d",
    workspaceId: "w",
    postId: "p",
    accountId: "a",
    network: "fake",
    part: 1,
    partCount: 1,
    frozen: { text: "Hello", images: [], language: null, replyTo: null },
    bodyHash: "",
    state: "scheduled",
    dueAt: noon,
    plannedAt: noon,
    leaseOwner: null,
    leaseUntil: null,
    fence: 1,
    attempts: 1,
    intentAt: noon,
    firstIntentAt: noon,
    request: { text: "Hello" },
    remoteId: null,
    reference: null,
    url: null,
    reason: null,
    reasonDetail: null,
    publishedAt: null,
    removedAt: null,
    createdAt: noon,
    updatedAt: noon,
    ...over,
  };
}
