import fc from "fast-check";
import { expect, test } from "vitest";

import { kappaOf, linesOf, scoreOf, type FanEvidence } from "#lib/advocacy/score";
import { rules, type RuleKey } from "#lib/journey/rules";

const now = new Date("2026-03-01T12:00:00Z");

function seen(daysAgo: number, rule: RuleKey, over: Partial<FanEvidence> = {}): FanEvidence {
  const at = new Date(now.getTime() - daysAgo * 86_400_000);
  const localDay = at.toISOString().slice(0, 10);
  const sure = { confidence: 1, uniqueness: 1 };
  return {
    touchpointId: `${rule}-${daysAgo}`,
    stageId: null,
    rule,
    at,
    localDay,
    ...sure,
    ...over,
  };
}

const anyEvidence = fc.array(
  fc.record({
    daysAgo: fc.double({ min: 0, max: 800, noNaN: true }),
    rule: fc.constantFrom(...(Object.keys(rules) as RuleKey[])),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    uniqueness: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { maxLength: 60 },
);

test("a score is the sum of its lines, whatever happened and in whichever order", () => {
  fc.assert(
    fc.property(anyEvidence, (raw) => {
      const evidence = raw.map(({ daysAgo, rule, ...over }) => seen(daysAgo, rule, over));
      const { raw: total, score, lines } = scoreOf(evidence, { now, kappa: 4, role: "fan" });
      const sum = lines.reduce((all, { points }) => all + points, 0);
      expect(sum).toBeCloseTo(total, 9);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100);
      const again = scoreOf(evidence.toReversed(), { now, kappa: 4, role: "fan" });
      expect(again.raw).toBeCloseTo(total, 6);
    }),
  );
});

test("a kind act never lowers a score", () => {
  fc.assert(
    fc.property(anyEvidence, (raw) => {
      const evidence = raw.map(({ daysAgo, rule, ...over }) => seen(daysAgo, rule, over));
      const more = [...evidence, seen(801, "referral")];
      const of = (all: FanEvidence[]) => scoreOf(all, { now, kappa: 4, role: "fan" }).raw;
      expect(of(more)).toBeGreaterThanOrEqual(of(evidence));
    }),
  );
});

test("points halve at the rule's half-life", () => {
  const points = (daysAgo: number, rule: RuleKey) => linesOf([seen(daysAgo, rule)], now)[0]?.points;
  expect(points(0, "good-review")).toBeCloseTo(6);
  expect(points(180, "good-review")).toBeCloseTo(3);
  expect(points(45, "positive-mention")).toBeCloseTo(1.5);
});

test("the second like of a day adds less than the first, and unsure words count as far as they are sure", () => {
  const raw = (evidence: FanEvidence[]) => scoreOf(evidence, { now, kappa: 2, role: "fan" }).raw;
  expect(raw([seen(0, "like"), seen(0, "like")])).toBeCloseTo(0.5 * Math.log2(3));
  expect(raw([seen(0, "positive-mention", { confidence: 0.5 })])).toBeCloseTo(1.5);
  expect(raw([seen(0, "user-content", { uniqueness: 0.05 })])).toBeCloseTo(0.3);
});

test("whoever works here, or is no person, scores nothing; complaints alone score nothing", () => {
  const evidence = [seen(0, "referral")];
  expect(scoreOf(evidence, { now, kappa: 2, role: "staff" }).score).toBe(0);
  expect(scoreOf(evidence, { now, kappa: 2, role: "bot" }).score).toBe(0);
  expect(scoreOf([seen(0, "complaint")], { now, kappa: 2, role: "customer" }).score).toBe(0);
  expect(scoreOf([], { now, kappa: 2, role: "fan" })).toMatchObject({
    raw: 0,
    score: 0,
    lines: [],
  });
});

test("the middle of the active people decides how much a score means", () => {
  expect(kappaOf([0, -3, 10, 4, 6])).toBe(6);
  expect(kappaOf([])).toBe(3);
});

test("the many who liked something once do not make everybody else a hundred", () => {
  const onlookers = Array.from({ length: 200 }, () => 0.5);
  expect(kappaOf([...onlookers, 4, 6, 10])).toBe(6);
});

test("where a few do far more than the rest the scale stretches, so that they can be told apart", () => {
  const score = (raw: number, kappa: number) => Math.round(100 * (1 - Math.exp(-raw / kappa)));
  const usual = [3, 3, 4, 4, 5, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 9, 10, 10];
  const kappa = kappaOf([...usual, 30, 45]);
  expect(kappa).toBe(10);
  expect([5, 30, 45].map((raw) => score(raw, kappa))).toEqual([39, 95, 99]);
  expect(kappaOf([3, 3, 3, 3, 300])).toBe(9);
});
