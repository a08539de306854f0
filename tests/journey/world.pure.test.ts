import { expect, test } from "vitest";

import { readJourney } from "#lib/journey/read-journey";

import { stages } from "./stages.ts";
import { dayMs, startOfWorld, world, type Life, type Place } from "./world.ts";

const days = 540;
/** A return is found if it is noticed within so many days. */
const noticedWithin = 21;

/** What somebody who looks at the log would show, from each day on. */
interface Shown {
  readonly steps: readonly { readonly from: number; readonly place: Place }[];
  readonly returns: readonly number[];
}

const lives = world(300, days, 20_260_301).filter(({ log }) => log.length > 0);

test("in a world that the model does not know, it follows people better than the usual two ways", () => {
  const ours = judge(inferred);
  const forward = judge(forwardOnly);
  const last = judge(lastTouch);

  expect(ours.accuracy).toBeGreaterThan(forward.accuracy + 0.1);
  expect(ours.accuracy).toBeGreaterThan(last.accuracy + 0.05);
  // While somebody is here the last touch tells about as much: what it cannot tell is that they left.
  expect(ours.accuracyHere).toBeGreaterThan(forward.accuracyHere + 0.05);
  expect(ours.accuracyHere).toBeGreaterThan(last.accuracyHere - 0.05);
  expect(ours.f1).toBeGreaterThan(forward.f1 + 0.2);
  expect(ours.f1).toBeGreaterThan(last.f1 + 0.2);
});

function judge(show: (life: Life) => Shown) {
  const counts = {
    right: 0,
    weeks: 0,
    rightHere: 0,
    weeksHere: 0,
    found: 0,
    returns: 0,
    told: 0,
    true: 0,
  };
  for (const life of lives) {
    const { steps, returns } = show(life);
    const first = dayOf(life.log[0]?.occurredAt ?? new Date(0));
    for (let day = first; day < days; day += 7) {
      const place = placeAt(life.places, day);
      const isRight = Number(placeAt(steps, day) === place);
      counts.weeks += 1;
      counts.right += isRight;
      if (place === "away") continue;
      counts.weeksHere += 1;
      counts.rightHere += isRight;
    }
    const real = life.places.flatMap(({ from }, n) =>
      n > 0 && life.places[n - 1]?.place === "away" ? [from] : [],
    );
    const isNear = (told: number, happened: number) =>
      told >= happened && told - happened <= noticedWithin;
    counts.returns += real.length;
    counts.told += returns.length;
    counts.found += real.filter((day) => returns.some((told) => isNear(told, day))).length;
    counts.true += returns.filter((told) => real.some((day) => isNear(told, day))).length;
  }
  const recall = counts.found / counts.returns;
  const precision = counts.told === 0 ? 0 : counts.true / counts.told;
  const f1 = recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
  return {
    accuracy: counts.right / counts.weeks,
    accuracyHere: counts.rightHere / counts.weeksHere,
    recall,
    precision,
    f1,
  };
}

function inferred({ log }: Life): Shown {
  const { journey } = readJourney(log, [], stages, new Date(startOfWorld + days * dayMs));
  const moves = journey?.moves ?? [];
  return {
    steps: moves.map(({ at, to }) => ({ from: dayOf(at), place: to ?? "away" })),
    returns: moves.flatMap(({ kind, at }) => (kind === "re-enter" ? [dayOf(at)] : [])),
  };
}

/** The funnel of most tools: a person only ever gets further. */
function forwardOnly(life: Life): Shown {
  let furthest = 0;
  const steps = touchedStages(life).map(({ from, place }) => {
    furthest = Math.max(furthest, place);
    return { from, place: furthest };
  });
  return { steps, returns: [] };
}

/** Whatever they did last; an earlier stage than before is a return. */
function lastTouch(life: Life): Shown {
  const steps = touchedStages(life);
  const returns = steps.flatMap(({ from, place }, n) => {
    const before = steps[n - 1];
    return before && place < before.place ? [from] : [];
  });
  return { steps, returns };
}

function touchedStages({ log }: Life) {
  const { classifications } = readJourney(log, [], stages, new Date(startOfWorld));
  const stageOf = new Map(classifications.map(({ id, stageId }) => [id, stageId]));
  return log.map(({ id, occurredAt }) => ({
    from: dayOf(occurredAt),
    place: Math.max(
      0,
      stages.findIndex((stage) => stage.id === stageOf.get(id)),
    ),
  }));
}

function placeAt(steps: Life["places"], day: number): Place | undefined {
  return steps.findLast(({ from }) => from <= day)?.place;
}

function dayOf(at: Date): number {
  return (at.getTime() - startOfWorld) / dayMs;
}
