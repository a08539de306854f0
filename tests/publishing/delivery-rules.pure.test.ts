import { expect, test } from "vitest";

import { afterAnswer, answersFor } from "#lib/publishing/answer";
import { whenLate } from "#lib/publishing/lateness";
import { replyTargetOf } from "#lib/publishing/outgoing-part";
import { postStatus } from "#lib/publishing/post-status";
import { mayResend } from "#lib/publishing/resend";

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
  const scheduled = aDelivery({ state: "scheduled" });
  expect(whenLate(scheduled, { lateMinutes: 60, whenTooLate }, now)?.state).toBe(state);
  const doubted = aDelivery({ state: "unknown" });
  expect(whenLate(doubted, { lateMinutes: 60, whenTooLate }, now)).toBeUndefined();
});

test("after doubt the same bytes go again, after a refusal they are made anew", () => {
  const context = { now: noon, url: undefined };
  const doubted = afterAnswer(aDelivery({ state: "needs_person" }), "send-again", context);
  expect(doubted).toMatchObject({ state: "scheduled", attempts: 0 });
  expect("request" in doubted).toBe(false);
  const failed = afterAnswer(aDelivery({ state: "failed" }), "send-again", context);
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
