import { defaultJourneySettings, type JourneySettings } from "../workspaces/journey-settings.ts";
import { stageFor, type Stage } from "../workspaces/stage.ts";
import { driftOf, normalised, type Drift, type Vector } from "./markov.ts";

/** How people move between a workspace's stages, and how its rules classify a touchpoint. */
export interface StageModel extends JourneySettings {
  readonly stages: readonly Stage[];
  /** How a belief changes while nothing happens. */
  readonly drift: Drift;
  /** The belief before the first observation. */
  readonly prior: Vector;
  /** Index of the purchase stage, where a past buyer enters the loop again. */
  readonly reEntry: number;
}

const preference = { next: 9, skip: 0.4, back: 1, farBack: 2, loop: 1 };
/**
 * A belief drifts this many times as fast as people change stages. This gave better estimates on every
 * simulated world of the tests.
 */
const forgetting = 3;

/**
 * Returns the model for `stages`, in the order of the journey. A stage is left at `forgetting` · ln 2 /
 * median dwell per day, to the other stages in the ratio of their preferences.
 */
export function stageModel(
  stages: readonly Stage[],
  settings: JourneySettings = defaultJourneySettings,
): StageModel {
  const reEntry = Math.max(0, stages.indexOf(stageFor("purchase", stages) as Stage));
  const q = stages.map((stage, from) => {
    const rate = (forgetting * Math.LN2) / Math.max(1, stage.medianDwellDays);
    const jumps = normalised(stages.map((_, to) => jumpPreference(stages, from, to, reEntry)));
    return jumps.map((share, to) => (to === from ? -rate : share * rate));
  });
  const prior = normalised(stages.map((_, index) => 0.5 ** index));
  return { ...settings, stages, drift: driftOf(q), reEntry, prior };
}

function jumpPreference(stages: readonly Stage[], from: number, to: number, reEntry: number) {
  if (from === to) return 0;
  if (to === from + 1) return preference.next;
  if (to > from) return preference.skip;
  if (to === reEntry && stages[from]?.isPostPurchase) return preference.loop;
  return to === from - 1 ? preference.back : preference.farBack;
}

/** Returns the index of the stage that evidence for `key` counts to. */
export function indexFor(model: Pick<StageModel, "stages">, key: string): number {
  const stage = stageFor(key, model.stages);
  return stage ? model.stages.indexOf(stage) : 0;
}
