import { expect, test } from "vitest";

import { findIneligibility, type FanState, type Ineligibility } from "#lib/advocacy/eligibility";

const now = new Date("2026-03-01T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const free: FanState = {
  person: { doNotThank: false, role: "fan" },
  mentionConsent: undefined,
  lastThankedAt: undefined,
  lastThankedPrivatelyAt: undefined,
  lastComplaintAt: undefined,
  lastResolvedAt: undefined,
  isUnderWay: false,
  skippedUntil: undefined,
  canBeReached: true,
};

test.each<[string, Partial<FanState>, Ineligibility | undefined]>([
  ["nothing in the way", {}, undefined],
  ["consent given", { mentionConsent: "given" }, undefined],
  ["a customer", { person: { doNotThank: false, role: "customer" } }, undefined],
  ["do not thank", { person: { doNotThank: true, role: "fan" } }, "do-not-thank"],
  ["staff", { person: { doNotThank: false, role: "staff" } }, "not-a-fan"],
  ["a bot", { person: { doNotThank: false, role: "bot" } }, "not-a-fan"],
  ["somebody paid", { person: { doNotThank: false, role: "influencer" } }, "not-a-fan"],
  ["a competitor", { person: { doNotThank: false, role: "competitor" } }, "not-a-fan"],
  ["consent refused", { mentionConsent: "refused" }, "consent-refused"],
  ["consent withdrawn", { mentionConsent: "withdrawn" }, "consent-refused"],
  ["thanked 29 days ago", { lastThankedAt: daysAgo(29) }, "thanked-recently"],
  ["thanked 30 days ago", { lastThankedAt: daysAgo(30) }, undefined],
  ["thanked privately 6 days ago", { lastThankedPrivatelyAt: daysAgo(6) }, "thanked-recently"],
  ["thanked privately 7 days ago", { lastThankedPrivatelyAt: daysAgo(7) }, undefined],
  ["a complaint of 89 days", { lastComplaintAt: daysAgo(89) }, "complaint-open"],
  ["a complaint of 90 days", { lastComplaintAt: daysAgo(90) }, undefined],
  [
    "a complaint resolved, 13 days old",
    { lastComplaintAt: daysAgo(13), lastResolvedAt: daysAgo(10) },
    "complaint-open",
  ],
  [
    "a complaint resolved, 14 days old",
    { lastComplaintAt: daysAgo(14), lastResolvedAt: daysAgo(10) },
    undefined,
  ],
  [
    "a complaint after one that was resolved",
    { lastComplaintAt: daysAgo(20), lastResolvedAt: daysAgo(30) },
    "complaint-open",
  ],
  ["a thank-you under way", { isUnderWay: true }, "under-way"],
  ["skipped until tomorrow", { skippedUntil: daysAgo(-1) }, "skipped"],
  ["skipped until yesterday", { skippedUntil: daysAgo(1) }, undefined],
  ["no account of ours where they are", { canBeReached: false }, "no-account"],
  [
    "the wish of the person is told before ours",
    { person: { doNotThank: true, role: "staff" }, isUnderWay: true },
    "do-not-thank",
  ],
])("%s", (_name, over, expected) => {
  expect(
    findIneligibility(
      { ...free, ...over },
      { publicCooldownDays: 30, privateCooldownDays: 7 },
      now,
    ),
  ).toBe(expected);
});
