import { expect, test } from "vitest";

import { noCautions, type Cautions } from "#lib/advocacy/cautions";
import { findIneligibility, type FanState, type Ineligibility } from "#lib/advocacy/eligibility";

const now = new Date("2026-03-01T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const msAgo = (days: number) => daysAgo(days).getTime();
const openSince = (days: number) => ({ touchpointId: "t", at: msAgo(days), isAgainstStars: false });
const complained = (days: number): Cautions => ({ ...noCautions, openComplaint: openSince(days) });
const closed = (days: number): Cautions => ({ ...noCautions, closedAt: msAgo(days) });
const said = (ago: Readonly<Partial<Record<keyof Cautions["said"], number>>>): Cautions => ({
  ...noCautions,
  said: Object.fromEntries(Object.entries(ago).map(([concern, days]) => [concern, msAgo(days)])),
});
const free: FanState = {
  person: { doNotThank: false, role: "fan" },
  mentionConsent: undefined,
  lastThankedAt: undefined,
  lastThankedPrivatelyAt: undefined,
  cautions: noCautions,
  isUnderWay: false,
  skippedUntil: undefined,
  isHeldOut: false,
  canBeReached: true,
};

test.each<[string, Partial<FanState>, Ineligibility | undefined]>([
  ["nothing in the way", {}, undefined],
  ["consent given", { mentionConsent: "given" }, undefined],
  ["a customer", { person: { doNotThank: false, role: "customer" } }, undefined],
  ["do not thank", { person: { doNotThank: true, role: "fan" } }, "do-not-thank"],
  ["staff", { person: { doNotThank: false, role: "staff" } }, "staff"],
  ["a bot", { person: { doNotThank: false, role: "bot" } }, "bot"],
  ["somebody paid", { person: { doNotThank: false, role: "influencer" } }, "paid"],
  ["a competitor", { person: { doNotThank: false, role: "competitor" } }, "competitor"],
  ["consent refused", { mentionConsent: "refused" }, "consent-refused"],
  ["consent withdrawn", { mentionConsent: "withdrawn" }, "consent-refused"],
  ["thanked 29 days ago", { lastThankedAt: daysAgo(29) }, "thanked-recently"],
  ["thanked 30 days ago", { lastThankedAt: daysAgo(30) }, undefined],
  ["thanked privately 6 days ago", { lastThankedPrivatelyAt: daysAgo(6) }, "thanked-recently"],
  ["thanked privately 7 days ago", { lastThankedPrivatelyAt: daysAgo(7) }, undefined],
  ["a complaint of 400 days that nobody closed", { cautions: complained(400) }, "complaint-open"],
  [
    "five stars and angry words",
    { cautions: { ...complained(1), openComplaint: { ...openSince(1), isAgainstStars: true } } },
    "words-against-stars",
  ],
  ["a complaint closed 8 days ago", { cautions: closed(8) }, "complaint-closed-recently"],
  ["a complaint closed 14 days ago", { cautions: closed(14) }, undefined],
  [
    "a complaint closed 8 days ago, a kind word since",
    { cautions: { ...closed(8), kindAt: msAgo(2) } },
    undefined,
  ],
  [
    "sent back what they bought",
    { cautions: { ...noCautions, orderAt: msAgo(20), returnedAt: msAgo(3) } },
    "sent-back",
  ],
  [
    "bought again since",
    { cautions: { ...noCautions, returnedAt: msAgo(20), orderAt: msAgo(3) } },
    undefined,
  ],
  ["a child", { cautions: said({ minor: 300 }) }, "minor"],
  ["a funeral", { cautions: said({ grief: 10 }) }, "grief"],
  ["a funeral long ago", { cautions: said({ grief: 91 }) }, undefined],
  ["an illness", { cautions: said({ illness: 10 }) }, "illness"],
  ["an offer of their own", { cautions: said({ competitor: 10 }) }, "seems-competitor"],
  ["after promotion", { cautions: said({ promotion: 10 }) }, "seems-promotion"],
  [
    "after promotion, but known as a customer",
    { cautions: said({ promotion: 10 }), person: { doNotThank: false, role: "customer" } },
    undefined,
  ],
  ["likes by the dozen", { cautions: { ...noCautions, manyLikesAt: msAgo(5) } }, "seems-bot"],
  ["a thank-you under way", { isUnderWay: true }, "under-way"],
  ["skipped until tomorrow", { skippedUntil: daysAgo(-1) }, "skipped"],
  ["skipped until yesterday", { skippedUntil: daysAgo(1) }, undefined],
  ["left out by chance", { isHeldOut: true }, "held-out"],
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

const openAndYoung = { ...complained(3), said: said({ minor: 3 }).said };

test.each<[string, Partial<FanState>, Ineligibility | undefined]>([
  ["a child", { cautions: said({ minor: 3 }) }, undefined],
  ["a child who complained", { cautions: openAndYoung }, "complaint-open"],
  [
    "a funeral, and thanked yesterday",
    { cautions: said({ grief: 3 }), lastThankedPrivatelyAt: daysAgo(1) },
    "thanked-recently",
  ],
  ["ill, and writes as staff", { cautions: said({ illness: 3, staff: 3 }) }, "seems-staff"],
  [
    "no consent, and sent back what they bought",
    {
      mentionConsent: "refused",
      cautions: { ...noCautions, orderAt: msAgo(20), returnedAt: msAgo(3) },
    },
    "sent-back",
  ],
  ["no account of ours where they are", { canBeReached: false }, undefined],
])("in private: %s", (_name, over, expected) => {
  const settings = { publicCooldownDays: 30, privateCooldownDays: 7 };
  expect(findIneligibility({ ...free, ...over }, settings, now, { isPrivate: true })).toBe(
    expected,
  );
});
