import { ranksOf } from "../advocacy/fan-state.ts";
import type { Belief, Transition } from "../journey/belief.ts";
import { stageEstimateOf } from "../journey/stage-estimate.ts";
import type { StageModel } from "../journey/stage-model.ts";
import type { Context } from "../kernel/context.ts";
import type { Standpoint } from "../projections/rewind.ts";
import { standpointOf, type Derived, type NumberedMove } from "./read-entries.ts";
import type { DerivedRows } from "./repository.ts";

interface DerivedPerson {
  readonly personId: string;
  readonly derived: Derived;
}

/** Returns the rows to store for what was derived about some people, except figures and states. */
export function rowsOf(
  ctx: Context,
  model: StageModel,
  people: readonly DerivedPerson[],
): Omit<DerivedRows, "states"> {
  const { workspaceId } = ctx;
  return {
    classifications: people.flatMap(({ derived }) => derived.classifications),
    transitions: people.flatMap(({ personId, derived }) =>
      derived.moves.map((move) => transitionRow(ctx, model, personId, move)),
    ),
    moments: people.flatMap(({ personId, derived }) =>
      derived.moments.map((moment) => ({ ...moment, personId })),
    ),
    beliefs: people.flatMap((person) => beliefRows(ctx, model, person)),
    checkpoints: people.flatMap(({ personId, derived }) =>
      derived.checkpoints.map((read) => ({
        ...stateRow(ctx, personId, standpointOf(read)),
        id: `${personId}/${read.entries}`,
        personId,
      })),
    ),
    ranks: people.flatMap(({ personId, derived }) =>
      ranksOf(derived.parts.fan, ctx.clock.now()).map((rank) => ({
        ...rank,
        id: `${personId}/${rank.halfLifeDays}`,
        workspaceId,
        personId,
      })),
    ),
  };
}

export function stateRow(
  { workspaceId }: Context,
  personId: string,
  { position, entries, state }: Standpoint,
) {
  if (!state) throw new Error("Nothing was read of this person.");
  return { id: personId, workspaceId, position, entries, state };
}

function beliefRows(
  ctx: Context,
  model: StageModel,
  { personId, derived }: DerivedPerson,
): Belief[] {
  const { filter } = derived.parts.journey;
  if (!filter) return [];
  const { openComplaint } = derived.parts.fan.cautions;
  const estimate = stageEstimateOf(model, filter);
  return [
    {
      id: personId,
      workspaceId: ctx.workspaceId,
      probabilities: Object.fromEntries(
        model.stages.map(({ id }, index) => [id, estimate.probabilities[index] ?? 0]),
      ),
      primaryStageId: idOf(model, estimate.shown),
      secondaryStageId: idOf(model, estimate.secondary),
      isUnsure: estimate.isUnsure,
      isAway: estimate.isAway,
      isDeciding: estimate.isDeciding,
      reasons: [...estimate.reasons],
      lastTouchAt: estimate.lastTouchAt,
      lapsesAt: estimate.lapsesAt,
      openCaseAt: openComplaint ? new Date(openComplaint.at) : null,
      updatedAt: ctx.clock.now(),
    },
  ];
}

function transitionRow(
  ctx: Context,
  model: StageModel,
  personId: string,
  { from, to, ...rest }: NumberedMove,
): Transition {
  return {
    ...rest,
    id: ctx.newId(),
    workspaceId: ctx.workspaceId,
    personId,
    mergedFrom: null,
    fromStageId: idOf(model, from),
    toStageId: idOf(model, to),
  };
}

function idOf({ stages }: StageModel, stage: number | undefined): string | null {
  return stage === undefined ? null : (stages[stage]?.id ?? null);
}
