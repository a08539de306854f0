import { expect, test } from "vitest";

import { chooseDiverse, utilityOf, type Candidate } from "#lib/advocacy/utility";

const now = new Date("2026-03-01T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const usual = { now, rawSinceThanked: 5, moment: undefined, pastRecognitions: 0 };

function candidate(personId: string, utility: number, over: Partial<Candidate> = {}): Candidate {
  const rest = { network: "bluesky", kind: "standing", language: "en", isNewcomer: false } as const;
  return { personId, utility, ...rest, ...over };
}

function chosen(candidates: Candidate[], most: number): string[] {
  return chooseDiverse(candidates, most).map(({ personId }) => personId);
}

test("a fresh moment outweighs a standing score, and fades by half in a week", () => {
  const with7 = utilityOf({ ...usual, moment: { kind: "first-review", at: daysAgo(7) } });
  const with0 = utilityOf({ ...usual, moment: { kind: "first-review", at: now } });
  expect(with0 - utilityOf(usual)).toBeCloseTo(2);
  expect(with7 - utilityOf(usual)).toBeCloseTo(1);
  expect(with0).toBeGreaterThan(utilityOf({ ...usual, rawSinceThanked: 30 }));
});

test("whoever was thanked before steps back a little", () => {
  const past = [0, 1, 5].map((pastRecognitions) => utilityOf({ ...usual, pastRecognitions }));
  expect(past).toEqual(past.toSorted((a, b) => b - a));
  expect(utilityOf({ ...usual, rawSinceThanked: -4 })).toBe(0);
});

test("fewer is fine: nobody without a reason, never more than asked", () => {
  expect(chosen([candidate("a", 0), candidate("b", -1)], 5)).toEqual([]);
  expect(chosen([candidate("a", 3), candidate("b", 2), candidate("c", 1)], 2)).toHaveLength(2);
  expect(chosen([candidate("a", 3)], 0)).toEqual([]);
});

test("among nearly equal ones, the one that differs comes next", () => {
  const review = { kind: "first-review", network: "practice", language: "nl" } as const;
  const all = [candidate("a", 3), candidate("b", 2.9), candidate("c", 2.7, review)];
  expect(chosen(all, 3)).toEqual(["a", "c", "b"]);
  expect(chosen([...all.slice(0, 2), candidate("c", 1, review)], 3)).toEqual(["a", "b", "c"]);
});

test("the last place is for a newcomer where there is one and none was chosen", () => {
  const all = [candidate("a", 3), candidate("b", 2), candidate("n", 0.5, { isNewcomer: true })];
  expect(chosen(all, 2)).toEqual(["a", "n"]);
  expect(chosen(all, 1)).toEqual(["a"]);
  expect(chosen([candidate("m", 4, { isNewcomer: true }), ...all], 2)).toEqual(["m", "a"]);
});
