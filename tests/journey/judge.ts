import { byTime, newPerson, take } from "#lib/journey/person-state";
import { stageModel } from "#lib/journey/stage-model";

import { dayOf, type Shown } from "./baselines.ts";
import { stages } from "./stages.ts";
import type { Life, Place } from "./world.ts";

export interface Figures {
  /** Share of the weeks since the first touch in which the right place is shown. */
  readonly weeks: number;
  /** The same right after each touch. */
  readonly touches: number;
  /** Returns noticed within three weeks, and how many of those told were some; 0 to 1. */
  readonly recall: number;
  readonly precision: number;
  readonly f1: number;
  /** Days until a new place is shown for at least a week on end, 30 where it never is. */
  readonly lag: number;
}

const noticedWithin = 21;
const never = 30;
const steadyDays = 7;

export function judge(lives: readonly Life[], days: number, show: (life: Life) => Shown): Figures {
  const weeks: boolean[] = [];
  const touches: boolean[] = [];
  const lags: number[] = [];
  const counts = { returns: 0, found: 0, told: 0, true: 0 };
  for (const life of lives) {
    const { steps, returns } = show(life);
    const first = dayOf(life.log[0]?.occurredAt ?? new Date(0));
    const isRight = (day: number) => placeAt(steps, day) === placeAt(life.places, day);
    for (let day = first; day < days; day += 7) weeks.push(isRight(day));
    touches.push(...life.log.map(({ occurredAt }) => isRight(dayOf(occurredAt))));
    lags.push(...lagsOf(life, steps, first, days));
    const real = life.places.flatMap(({ from }, n) =>
      life.places[n - 1]?.place === "away" ? [from] : [],
    );
    const isNear = (told: number, day: number) => told >= day && told - day <= noticedWithin;
    counts.returns += real.length;
    counts.told += returns.length;
    counts.found += real.filter((day) => returns.some((told) => isNear(told, day))).length;
    counts.true += returns.filter((told) => real.some((day) => isNear(told, day))).length;
  }
  const recall = counts.found / Math.max(1, counts.returns);
  const precision = counts.true / Math.max(1, counts.told);
  return {
    recall,
    precision,
    weeks: share(weeks),
    touches: share(touches),
    f1: recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision),
    lag: lags.reduce((sum, lag) => sum + lag, 0) / lags.length,
  };
}

/** How far what the product calls n % is from happening n times in a hundred, over all stages, right after touches. */
export function calibrationError(lives: readonly Life[]): number {
  const model = stageModel(stages);
  const bins = Array.from({ length: 10 }, () => ({ told: 0, true: 0 }));
  let all = 0;
  for (const { log, places } of lives) {
    let state = newPerson;
    for (const touchpoint of log.toSorted(byTime)) {
      state = take(model, state, touchpoint).state;
      const place = placeAt(places, dayOf(touchpoint.occurredAt));
      if (place === "away") continue;
      state.filter?.belief.forEach((told, stage) => {
        const bin = bins[Math.min(9, Math.floor(told * 10))];
        if (!bin) return;
        bin.told += told;
        bin.true += Number(stage === place);
        all += 1;
      });
    }
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.told - bin.true), 0) / all;
}

function lagsOf({ places }: Life, steps: Shown["steps"], first: number, days: number): number[] {
  return places.flatMap(({ place, from }, n) => {
    const until = places[n + 1]?.from ?? days;
    const start = Math.max(from, first);
    if (n === 0 || place === "away" || until <= start) return [];
    const spans = spansOf(steps, place, start, until);
    const hit = spans.find(([a, b]) => b - a >= steadyDays || b >= until)?.[0];
    return [Math.min(never, (hit ?? until) - start)];
  });
}

/** From when to when a place is shown without a break, within these days. */
function spansOf(steps: Shown["steps"], place: Place, from: number, until: number) {
  const spans: [number, number][] = [];
  for (let n = 0; n < steps.length; n += 1) {
    const step = steps[n];
    if (step?.place !== place) continue;
    while (steps[n + 1]?.place === place) n += 1;
    const end = Math.min(until, steps[n + 1]?.from ?? Infinity);
    const begin = Math.max(from, step.from);
    if (end > begin) spans.push([begin, end]);
  }
  return spans;
}

function placeAt(steps: Shown["steps"], day: number): Place | undefined {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.from ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1]?.place;
}

function share(right: readonly boolean[]): number {
  return right.filter(Boolean).length / right.length;
}
