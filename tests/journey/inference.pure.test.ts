import fc from "fast-check";
import { expect, test } from "vitest";

import { follow } from "#lib/journey/inference";
import { driftOf } from "#lib/journey/markov";
import type { Observation } from "#lib/journey/observation";
import { stageModel } from "#lib/journey/stage-model";

import { stages } from "./stages.ts";

const model = stageModel(stages);
const start = new Date("2026-01-01T12:00:00Z");
const day = (days: number) => new Date(start.getTime() + days * 86_400_000);

function seen(
  days: number,
  stage: Observation["stage"],
  strength: Observation["strength"],
): Observation {
  const rest = {
    isHalved: false,
    rule: "question",
    isRepeat: false,
    isManual: false,
    isKind: false,
    isComplaint: false,
    side: null,
    takesBack: false,
    isBuyer: false,
  };
  return { ...rest, touchpointId: `t${days}`, at: day(days), stage, strength };
}

function names(observations: Observation[], now: number) {
  const moves = follow(model, observations, day(now))?.moves ?? [];
  return moves.map(({ kind, to }) => `${kind} ${to === undefined ? "away" : stages[to]?.key}`);
}

test("a first like is awareness", () => {
  expect(names([seen(0, 0, "weak")], 1)).toEqual(["first awareness"]);
});

test("forward step by step, skipping, and round again after buying", () => {
  const path = [
    seen(0, 0, "medium"),
    seen(5, 1, "strong"),
    seen(9, 2, "definitive"),
    seen(20, 4, "strong"),
    seen(40, 2, "definitive"),
  ];
  expect(names(path, 41)).toEqual([
    "first awareness",
    "forward consideration",
    "forward purchase",
    "skip advocacy",
    "loop purchase",
  ]);
});

test("long silence is leaving; a later touch is coming back", () => {
  const path = [seen(0, 1, "strong"), seen(100, 1, "medium")];
  const moves = follow(model, path, day(101))?.moves ?? [];
  expect(moves.map(({ kind }) => kind)).toEqual(["first", "exit", "re-enter"]);
  expect(moves[1]?.at).toEqual(day(90));
  expect(moves[1]?.quietDays).toBeCloseTo(90);
  expect(follow(model, path.slice(0, 1), day(89))?.isAway).toBe(false);
  expect(follow(model, path.slice(0, 1), day(91))?.isAway).toBe(true);
});

test("somebody who declines has left at once", () => {
  expect(names([seen(0, 1, "strong"), seen(2, "left", "definitive")], 3)).toEqual([
    "first consideration",
    "exit away",
  ]);
});

test("one weak sign does not move anybody back and forth", () => {
  const path = [seen(0, 3, "strong"), seen(1, 1, "weak"), seen(2, 3, "weak"), seen(3, 1, "weak")];
  expect(names(path, 4)).toEqual(["first retention"]);
});

test("a choice by hand holds", () => {
  const byHand = { ...seen(3, 4, "definitive"), touchpointId: null, isManual: true };
  const journey = follow(model, [seen(0, 0, "medium"), byHand], day(4));
  expect(stages[journey?.shown ?? -1]?.key).toBe("advocacy");
});

test("a half piece of evidence counts for considering and for coming round", () => {
  const halved = { ...seen(30, 1, "strong" as const), isHalved: true };
  const whole = seen(30, 1, "strong");
  const before = [seen(0, 2, "definitive")];
  const of = (last: Observation) => follow(model, [...before, last], day(31))?.probabilities ?? [];
  expect(of(halved)[1]).toBeLessThan(of(whole)[1] ?? 0);
  expect(of(halved)[2]).toBeGreaterThan(of(whole)[2] ?? 0);
});

test("belief always adds up to one and is never negative", () => {
  const observation = fc.record({
    days: fc.double({ min: 0, max: 2_000, noNaN: true }),
    stage: fc.oneof(
      fc.integer({ min: 0, max: 4 }),
      fc.constantFrom("left" as const, "nowhere" as const),
    ),
    strength: fc.constantFrom("weak", "medium", "strong", "definitive"),
  });
  fc.assert(
    fc.property(fc.array(observation, { minLength: 1, maxLength: 40 }), (raw) => {
      const path = raw
        .toSorted((a, b) => a.days - b.days)
        .map(({ days, stage, strength }) => seen(days, stage, strength));
      const { probabilities } = follow(model, path, day(3_000))!;
      expect(probabilities.every((value) => value >= 0)).toBe(true);
      expect(probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6);
    }),
  );
});

test("drift keeps probability, in one step or in many", () => {
  const drift = driftOf([
    [-0.03, 0.02, 0.01],
    [0.05, -0.1, 0.05],
    [0, 0.01, -0.01],
  ]);
  const whole = drift([1, 0, 0], 30 * 24);
  const parts = Array.from({ length: 30 * 24 }).reduce<readonly number[]>(
    (belief) => drift(belief, 1),
    [1, 0, 0],
  );
  whole.forEach((value, index) => expect(value).toBeCloseTo(parts[index] ?? -1, 9));
  expect(whole.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
  expect(whole[0]).toBeLessThan(0.6);
  expect(drift([1, 0, 0], 10 * 365 * 24)[2]).toBeGreaterThan(0.5);
});
