import type { Classification } from "#lib/journey/belief";
import { readJourney } from "#lib/journey/read-journey";
import { stageModel } from "#lib/journey/stage-model";

import { stages } from "./stages.ts";
import { dayMs, startOfWorld, type Life, type Place } from "./world.ts";

/** What somebody who looks at the log would show, from each day on. */
export interface Shown {
  readonly steps: readonly { readonly from: number; readonly place: Place }[];
  /** When it says that somebody came back. */
  readonly returns: readonly number[];
}

const silenceDays = 90;
const halfLifeDays = 30;
const points: Record<Classification["strength"], number> = {
  weak: 1,
  medium: 3,
  strong: 6,
  definitive: 10,
};

/** The product. */
export function product({ log }: Life, days: number): Shown {
  const { journey } = readJourney(
    log,
    [],
    stageModel(stages),
    new Date(startOfWorld + days * dayMs),
  );
  const moves = journey?.moves ?? [];
  return {
    steps: moves.map(({ at, to }) => ({ from: dayOf(at), place: to ?? "away" })),
    returns: moves.flatMap(({ kind, at }) => (kind === "re-enter" ? [dayOf(at)] : [])),
  };
}

/** Whatever they did last: most tools. An earlier stage than before is a return. */
export function lastSignal(life: Life): Shown {
  const steps = signals(life);
  const returns = steps.flatMap(({ from, place }, n) =>
    place < (steps[n - 1]?.place ?? 0) ? [from] : [],
  );
  return { steps, returns };
}

/** The funnel: a person only ever gets further. */
export function furthestStage(life: Life): Shown {
  let furthest = 0;
  const steps = signals(life).map(({ from, place }) => {
    furthest = Math.max(furthest, place);
    return { from, place: furthest };
  });
  return { steps, returns: [] };
}

/** Points for each stage that fade; the stage with the most is shown, and nobody after 90 days of silence. */
export function decayedPoints(life: Life): Shown {
  const sum = stages.map(() => 0);
  let last = 0;
  const steps = signals(life).map(({ from, place, strength }) => {
    const left = 2 ** (-(from - last) / halfLifeDays);
    last = from;
    sum.forEach((value, stage) => (sum[stage] = value * left));
    sum[place] = (sum[place] ?? 0) + points[strength];
    return { from, place: sum.indexOf(Math.max(...sum)) };
  });
  return withSilence(life, steps);
}

/** The last signal, with the product's own rule of silence. */
export function lastSignalWithSilence(life: Life): Shown {
  return withSilence(life, signals(life));
}

/** The funnel with that rule. */
export function furthestStageWithSilence(life: Life): Shown {
  return withSilence(life, furthestStage(life).steps);
}

export function dayOf(at: Date): number {
  return (at.getTime() - startOfWorld) / dayMs;
}

function signals({ log }: Life) {
  const { classifications } = readJourney(log, [], stageModel(stages), new Date(startOfWorld));
  return log.flatMap(({ occurredAt }, n) => {
    const { stageId = null, strength = "weak" } = classifications[n] ?? {};
    const place = stages.findIndex(({ id }) => id === stageId);
    return place < 0 ? [] : [{ from: dayOf(occurredAt), place, strength }];
  });
}

function withSilence({ log }: Life, steps: Shown["steps"]): Shown {
  const days = log.map(({ occurredAt }) => dayOf(occurredAt));
  const quiet = days.filter((day, n) => (days[n + 1] ?? Infinity) - day >= silenceDays);
  const returns = days.filter((day, n) => n > 0 && day - (days[n - 1] ?? 0) >= silenceDays);
  const away = quiet.map((day) => ({ from: day + silenceDays, place: "away" as const }));
  return { steps: [...steps, ...away].toSorted((a, b) => a.from - b.from), returns };
}
