import { defaultJourneySettings, type JourneySettings } from "../workspaces/journey-settings.ts";
import { stageFor, type Stage } from "../workspaces/stage.ts";
import { driftOf, normalised, type Drift, type Vector } from "./markov.ts";

/** How people move between a workspace's stages, and what its rules make of a touchpoint. */
export interface StageModel extends JourneySettings {
  readonly stages: readonly Stage[];
  /** What becomes of a belief when nothing is heard. */
  readonly drift: Drift;
  /** Belief before anything is known. */
  readonly prior: Vector;
  /** Index of the stage where a past buyer comes round again: kept as a stage, never as a number of the template. */
  readonly reEntry: number;
}

const preference = { next: 9, skip: 0.4, back: 1, farBack: 2, loop: 1 };
/** What was seen is forgotten so much sooner than people move on: better on every world of the tests. */
const forgetting = 3;

/** `stages` in order of the journey. A stage is left at ln 2 / median dwell, to others by preference. */
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

/** Index of the stage that evidence for `key` counts to. */
export function indexFor(model: Pick<StageModel, "stages">, key: string): number {
  const stage = stageFor(key, model.stages);
  return stage ? model.stages.indexOf(stage) : 0;
}
