import { expect, test } from "vitest";

import type { TouchpointType } from "#lib/engagement/touchpoint";
import type { LoggedTouchpoint } from "#lib/journey/person-state";
import { readJourney } from "#lib/journey/read-journey";
import { stageModel } from "#lib/journey/stage-model";

import { silent, stages } from "./stages.ts";

const start = new Date("2026-01-01T06:00:00Z");

test("ten likes on one day count once", () => {
  const once = belief([touch(0), touch(24, "question")]);
  const ten = belief([
    ...Array.from({ length: 10 }, (_, n) => touch(n / 10)),
    touch(24, "question"),
  ]);
  ten.forEach((value, stage) => expect(value).toBeCloseTo(once[stage] ?? -1, 2));
});

test("a repeat says nothing new, but it says that they are here", () => {
  const { journey } = read([touch(0), touch(5)]);
  expect(journey?.lastTouchAt).toEqual(touch(5).occurredAt);
  expect(journey?.reasons).toHaveLength(1);
});

test("likes on three days within 60 are repeated contact beside a click; older days fall out", () => {
  const click = touch(1, "click");
  const likesOf = (...hours: number[]) =>
    rulesOf([click, ...hours.map((hour) => touch(hour))]).filter((rule) => rule !== "interest");
  expect(likesOf(2, 24, 48)).toEqual(["like", "like", "repeated-contact"]);
  expect(likesOf(2, 24, 61 * 24)).toEqual(["like", "like", "like"]);
  expect(rulesOf([touch(0), touch(24), touch(48)])).toEqual(["like", "like", "like"]);
});

test("after buying, the same contact is a customer's and looking around counts half", () => {
  const log = [touch(0, "order"), touch(24), touch(48), touch(72), touch(96, "question")];
  expect(rulesOf(log)).toEqual([
    "order",
    "like",
    "like",
    "repeated-contact-of-customer",
    "question",
  ]);
  expect(read(log).classifications.at(-1)?.isHalved).toBe(true);
});

test("twenty thousand touches of one person are read in the time of a page", () => {
  const log = Array.from({ length: 20_000 }, (_, n) => touch(n / 4));
  const before = performance.now();
  expect(read(log).classifications).toHaveLength(20_000);
  expect(performance.now() - before).toBeLessThan(5_000);
});

function read(log: readonly LoggedTouchpoint[]) {
  return readJourney(log, [], stageModel(stages), new Date(start.getTime() + 30 * 86_400_000));
}

function belief(log: readonly LoggedTouchpoint[]) {
  return read(log).journey?.probabilities ?? [];
}

function rulesOf(log: readonly LoggedTouchpoint[]) {
  return read(log).classifications.map(({ rule }) => rule);
}

function touch(hours: number, type: TouchpointType = "like"): LoggedTouchpoint {
  const occurredAt = new Date(start.getTime() + hours * 3_600_000);
  return {
    ...silent,
    id: `${type}-${hours}`,
    remoteId: `${type}-${hours}`,
    type,
    occurredAt,
    localDay: occurredAt.toISOString().slice(0, 10),
  } as LoggedTouchpoint;
}
