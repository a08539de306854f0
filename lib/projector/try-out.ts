import { setImmediate as nextTurn } from "node:timers/promises";

import type { Classification } from "../journey/belief.ts";
import {
  byTime,
  choose,
  newPerson,
  take,
  type LoggedTouchpoint,
  type ManualChoice,
} from "../journey/person-state.ts";
import { lapse } from "../journey/silence.ts";
import { stageEstimateOf } from "../journey/stage-estimate.ts";
import type { StageModel } from "../journey/stage-model.ts";
import type { Context } from "../kernel/context.ts";
import type { Stage } from "../workspaces/stage.ts";
import { readSomeLogs, type PersonLog } from "./some-logs.ts";

/** A person's stage by the current model and by another one. */
export interface PersonTrial {
  readonly personId: string;
  /** The stage is undefined while the person is away, and if nothing indicates one. */
  readonly before: Where;
  readonly after: Where;
  /** The person's touchpoints, classified by both models. */
  readonly touchpoints: readonly {
    readonly touchpoint: LoggedTouchpoint;
    readonly before: Classification;
    readonly after: Classification;
  }[];
}

export interface Where {
  readonly stageId: string | undefined;
  readonly isDeciding: boolean;
}

interface Trial {
  readonly before: StageModel;
  readonly after: StageModel;
  /** The successor of each stage, for choices by hand of a stage that is removed. */
  readonly crosswalk?: ReadonlyMap<string, Stage>;
}

/** Longest time in milliseconds without yielding, so that due posts are not delayed. */
const turnMs = 8;
/** Longest duration of a preview in milliseconds; it then covers only the people read so far. */
const wholeMs = 8_000;

/**
 * Reads some of the workspace's people with two models; stores nothing. Yields in between, also within a long
 * log. Returns the number of people in the workspace.
 */
export async function tryOut(
  ctx: Context,
  { before: model, after: other, crosswalk }: Trial,
  see: (trial: PersonTrial) => void,
): Promise<number> {
  const { people, logs } = await readSomeLogs(ctx);
  const breathe = breather();
  const now = ctx.clock.now();
  const begun = performance.now();
  for await (const log of logs) {
    if (performance.now() - begun > wholeMs) break;
    const before = await readBy(model, log, now, breathe);
    const choices = log.choices.map(({ at, stageId }) => ({
      at,
      stageId: crosswalk?.get(stageId)?.id ?? stageId,
    }));
    const after = await readBy(other, { ...log, choices }, now, breathe);
    see({
      personId: log.personId,
      before: before.where,
      after: after.where,
      touchpoints: before.read.flatMap(({ touchpoint, classification }, index) => {
        const other = after.read[index]?.classification;
        return other ? [{ touchpoint, before: classification, after: other }] : [];
      }),
    });
  }
  return people;
}

async function readBy(
  model: StageModel,
  { touchpoints, choices }: PersonLog,
  now: Date,
  breathe: () => Promise<void>,
) {
  let state = newPerson;
  const read: { touchpoint: LoggedTouchpoint; classification: Classification }[] = [];
  for (const next of inOrder(touchpoints, choices)) {
    if ("stageId" in next) state = choose(model, state, next).state;
    else {
      const taken = take(model, state, next);
      state = taken.state;
      read.push({ touchpoint: next, classification: taken.classification });
    }
    await breathe();
  }
  return { read, where: whereBy(model, state.filter && lapse(model, state.filter, now).state) };
}

function whereBy(
  model: StageModel,
  filter: Parameters<typeof stageEstimateOf>[1] | undefined,
): Where {
  if (!filter) return { stageId: undefined, isDeciding: false };
  const { shown, isDeciding } = stageEstimateOf(model, filter);
  return { stageId: shown === undefined ? undefined : model.stages[shown]?.id, isDeciding };
}

/** Choices come after touchpoints of the same instant. */
function inOrder(
  touchpoints: readonly LoggedTouchpoint[],
  choices: readonly ManualChoice[],
): (LoggedTouchpoint | ManualChoice)[] {
  if (choices.length === 0) return touchpoints.toSorted(byTime);
  const at = (one: LoggedTouchpoint | ManualChoice) =>
    ("stageId" in one ? one.at : one.occurredAt).getTime();
  return [...touchpoints.toSorted(byTime), ...choices].toSorted((a, b) => at(a) - at(b));
}

function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < turnMs) return;
    await nextTurn();
    since = performance.now();
  };
}
