import { expect, test } from "vitest";

import { isResendUnsafe, mayResend } from "#lib/deliveries/idempotency";
import { tooLatePolicy } from "#lib/deliveries/lateness";
import { immovable } from "#lib/deliveries/movable";
import { replyTargetOf } from "#lib/deliveries/outgoing-part";
import { postStatus } from "#lib/deliveries/post-status";
import { allowedResolutions } from "#lib/deliveries/resolution";
import { transition } from "#lib/deliveries/transition";
import type { OutcomeRule } from "#lib/networks/contract/manifest";

import { aDelivery } from "../support/a-delivery.ts";
import { noon } from "../support/context.ts";

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
  expect(mayResend(ruleOf(kind), aDelivery({ ambiguousSends: 1 }), now)).toBe(may);
});

test("what may be there already stays where it is, even while it waits to be sent once more", () => {
  expect(immovable([aDelivery({ state: "scheduled", ambiguousSends: 0 })])).toBeUndefined();
  expect(immovable([aDelivery({ state: "scheduled", ambiguousSends: 1 })])).toBe(
    "already-publishing",
  );
  expect(immovable([aDelivery({ state: "missed", ambiguousSends: 1 })])).toBe("already-publishing");
  expect(immovable([aDelivery({ state: "failed", ambiguousSends: 1 })])).toBeUndefined();
  expect(immovable([aDelivery({ state: "needs_person" })])).toBe("already-publishing");
  expect(immovable([aDelivery({ state: "published" })])).toBe("already-published");
});

test("a probe is sent once where the network can only refuse", () => {
  expect(mayResend(ruleOf("refusal-only"), aDelivery({ ambiguousSends: 2 }), noon)).toBe(false);
});

test("a network may know a repeated request for a shorter time", () => {
  const rule = { ...ruleOf("container"), repeatableMs: 24 * 3_600_000 };
  const at = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);
  expect(mayResend(rule, aDelivery({ ambiguousSends: 1 }), at(23))).toBe(true);
  expect(mayResend(rule, aDelivery({ ambiguousSends: 1 }), at(24))).toBe(false);
  expect(isResendUnsafe(aDelivery({ ambiguousSends: 1 }), rule, at(24))).toBe(true);
  expect(isResendUnsafe(aDelivery({ ambiguousSends: 0 }), rule, at(24))).toBe(false);
});

test("too late to send once more, where that would not settle it: a person decides", () => {
  const waiting = aDelivery({ state: "scheduled", ambiguousSends: 1 });
  const late = new Date(noon.getTime() + 2 * 3_600_000);
  const skipped = { type: "late", policy: "skip" } as const;
  const stateOn = (kind: OutcomeRule["kind"]) =>
    transition(waiting, skipped, { now: late, rule: ruleOf(kind) }).state;
  expect(stateOn("refusal-only")).toBe("needs_person");
  expect(stateOn("own-id")).toBe("cancelled");
});

test.each([
  ["ask", 60, undefined],
  ["ask", 61, "missed"],
  ["skip", 61, "cancelled"],
  ["publish", 900, undefined],
] as const)("%s, %i minutes late: %s", (whenTooLate, minutes, state) => {
  const now = new Date(noon.getTime() + minutes * 60_000);
  const scheduled = aDelivery({ state: "scheduled" });
  const policy = tooLatePolicy(scheduled, { lateMinutes: 60, whenTooLate }, now);
  const facts = { now, rule: ruleOf("own-id") };
  expect(policy && transition(scheduled, { type: "late", policy }, facts).state).toBe(state);
  const doubted = aDelivery({ state: "unknown" });
  expect(tooLatePolicy(doubted, { lateMinutes: 60, whenTooLate }, now)).toBeUndefined();
});

test("after doubt the same bytes go again, after a refusal they are made anew", () => {
  const again = { type: "resolve", resolution: "send-again" } as const;
  const facts = { now: noon, rule: ruleOf("own-id") };
  const doubted = transition(aDelivery({ state: "needs_person" }), again, facts);
  expect(doubted).toMatchObject({ state: "scheduled", attempts: 0 });
  expect("request" in doubted).toBe(false);
  const failed = transition(aDelivery({ state: "failed" }), again, facts);
  expect(failed).toMatchObject({ state: "scheduled", request: null });
  const missed = transition(aDelivery({ state: "missed", ambiguousSends: 1 }), again, facts);
  expect(missed).toMatchObject({ state: "scheduled", attempts: 0 });
  expect("request" in missed || "ambiguousSends" in missed).toBe(false);
});

test("what a tool may not send is not sent again by it", () => {
  expect(allowedResolutions({ state: "needs_person", sender: "person" })).toEqual([
    "is-there",
    "leave-out",
  ]);
});

test("what went out or is on its way is not a question", () => {
  for (const state of ["published", "sending", "claimed", "unknown", "scheduled"] as const)
    expect(allowedResolutions({ state, sender: "engine" })).toEqual([]);
});

test("a thread that answers somebody hangs on what they wrote", () => {
  const replyTo = { root: "theirs", parent: "theirs too" };
  const snapshot = { text: "", images: [], language: null, replyTo: null };
  expect(replyTargetOf({ snapshot }, [])).toBeUndefined();
  expect(replyTargetOf({ snapshot: { ...snapshot, replyTo } }, [])).toEqual(replyTo);
  const first = { snapshot: { ...snapshot, replyTo }, reference: "ours" };
  expect(replyTargetOf({ snapshot }, [first])).toEqual({ root: "theirs", parent: "ours" });
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
  ["scheduled", ["removed"], "taken-down"],
  ["scheduled", ["removed", "cancelled"], "taken-down"],
  ["scheduled", ["removed", "published"], "partly-published"],
  ["scheduled", ["removed", "scheduled"], "partly-published"],
  ["scheduled", ["removed", "unknown"], "checking"],
  ["scheduled", ["failed", "stopped"], "failed"],
  ["scheduled", ["failed", "missed", "needs_person"], "needs-person"],
] as const)("a %s post with %j is %s", (state, states, status) => {
  expect(
    postStatus(
      { state },
      states.map((one) =>
        one === "removed"
          ? { state: "published", removedAt: noon }
          : { state: one, removedAt: null },
      ),
    ),
  ).toBe(status);
});

function ruleOf(kind: OutcomeRule["kind"]): OutcomeRule {
  return { kind, settleMs: 30_000, timeoutMs: 10_000 };
}
