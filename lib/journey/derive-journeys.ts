import type { Tx } from "../db/store.ts";
import { batchesOf } from "../kernel/batches.ts";
import type { Context } from "../kernel/context.ts";
import { lockPeople } from "../people/lock-people.ts";
import { listStages } from "../workspaces/list-stages.ts";
import type { Stage } from "../workspaces/stage.ts";
import type { Belief, Transition } from "./belief.ts";
import type { Journey, Move } from "./inference.ts";
import { readJourney } from "./read-journey.ts";
import { readChoices, readLogs, replaceDerived } from "./repository.ts";

const peopleAtOnce = 25;

/** Reads these people's journeys anew from their logs. Doing it twice changes nothing. */
export async function deriveJourneys(ctx: Context, personIds: readonly string[]): Promise<void> {
  const stages = await listStages(ctx);
  for (const page of batchesOf(personIds, peopleAtOnce))
    await ctx.transact((tx) => derivePage(tx, ctx, page, stages));
}

async function derivePage(
  tx: Tx,
  ctx: Context,
  wanted: readonly string[],
  stages: readonly Stage[],
): Promise<void> {
  const people = await lockPeople(tx, ctx, wanted);
  if (people.length === 0) return;
  const logs = await readLogs(tx, ctx.workspaceId, people);
  const choices = await readChoices(tx, ctx.workspaceId, people);
  const now = ctx.clock.now();
  const read = people.map((personId) => ({
    personId,
    ...readJourney(logs.get(personId) ?? [], choices.get(personId) ?? [], stages, now),
  }));
  await replaceDerived(tx, ctx.workspaceId, people, {
    classifications: read.flatMap((one) => one.classifications),
    beliefs: read.flatMap(({ personId, journey }) =>
      journey ? [beliefOf(ctx, personId, journey, stages)] : [],
    ),
    transitions: read.flatMap(({ personId, journey }) =>
      (journey?.moves ?? [])
        .filter((move) => !move.isManual)
        .map((move) => transitionOf(ctx, personId, move, stages)),
    ),
  });
}

function beliefOf(
  ctx: Context,
  personId: string,
  journey: Journey,
  stages: readonly Stage[],
): Belief {
  const idOf = (stage: number | undefined) =>
    stage === undefined ? null : (stages[stage]?.id ?? null);
  return {
    id: personId,
    workspaceId: ctx.workspaceId,
    probabilities: Object.fromEntries(
      stages.map((stage, index) => [stage.id, journey.probabilities[index] ?? 0]),
    ),
    primaryStageId: idOf(journey.shown),
    secondaryStageId: idOf(journey.secondary),
    isUnsure: journey.isUnsure,
    isAway: journey.isAway,
    reasons: [...journey.reasons],
    lastTouchAt: journey.lastTouchAt,
    lapsesAt: journey.lapsesAt,
    updatedAt: ctx.clock.now(),
  };
}

function transitionOf(
  ctx: Context,
  personId: string,
  move: Move,
  stages: readonly Stage[],
): Transition {
  const { from, to, ...rest } = move;
  return {
    ...rest,
    id: ctx.newId(),
    workspaceId: ctx.workspaceId,
    personId,
    fromStageId: from === undefined ? null : (stages[from]?.id ?? null),
    toStageId: to === undefined ? null : (stages[to]?.id ?? null),
  };
}
