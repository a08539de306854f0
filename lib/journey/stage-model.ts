import { stageFor, type Stage, type StageKey } from "../workspaces/stage.ts";
import { normalised, type Vector } from "./markov.ts";

/** How people move between a workspace's stages when nothing is heard of them. */
export interface StageModel {
  readonly stages: readonly Stage[];
  /** Rates per day. */
  readonly q: readonly Vector[];
  /** Belief before anything is known. */
  readonly prior: Vector;
  /** Index of the stage where a past buyer comes round again: kept as a stage, never as a number of the template. */
  readonly reEntry: number;
}

const preference = { next: 6, skip: 1, back: 1.5, farBack: 0.5, loop: 2 };

/** `stages` in order of the journey. A stage is left at ln 2 / median dwell, to others by preference. */
export function stageModel(stages: readonly Stage[]): StageModel {
  const reEntry = Math.max(0, stages.indexOf(stageFor("purchase", stages) as Stage));
  const q = stages.map((stage, from) => {
    const rate = Math.LN2 / Math.max(1, stage.medianDwellDays);
    const jumps = normalised(stages.map((_, to) => jumpPreference(stages, from, to, reEntry)));
    return jumps.map((share, to) => (to === from ? -rate : share * rate));
  });
  return { stages, q, reEntry, prior: normalised(stages.map((_, index) => 0.5 ** index)) };
}

function jumpPreference(stages: readonly Stage[], from: number, to: number, reEntry: number) {
  if (from === to) return 0;
  if (to === from + 1) return preference.next;
  if (to > from) return preference.skip;
  if (to === reEntry && stages[from]?.isPostPurchase) return preference.loop;
  return to === from - 1 ? preference.back : preference.farBack;
}

/** Index of the stage that evidence for `key` counts to. */
export function indexFor(model: StageModel, key: StageKey): number {
  const stage = stageFor(key, model.stages);
  return stage ? model.stages.indexOf(stage) : 0;
}
