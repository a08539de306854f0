import type { Touchpoint } from "../engagement/touchpoint.ts";
import type { Context } from "../kernel/context.ts";
import { defaultJourneySettings } from "../workspaces/journey-settings.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import type { Stage } from "../workspaces/stage.ts";
import type { Belief, Classification, Transition } from "./belief.ts";
import {
  findBelief,
  listClassifications,
  listLatestTouchpoints,
  listLatestTransitions,
  listTouchpointsById,
} from "./repository.ts";
import { decidingRulesOf } from "./rules.ts";

export interface PersonJourney {
  readonly stages: readonly Stage[];
  /** Keys of the rules whose stage is deciding, not buying. */
  readonly decidingRules: ReadonlySet<string>;
  /** Undefined if nothing of the person has been derived yet. */
  readonly belief: Belief | undefined;
  /** Each touchpoint with the key of its stage, oldest first: the dots on the stave. */
  readonly points: readonly { readonly at: Date; readonly stageKey: string }[];
  /** Periods of silence in which the person counted as away. */
  readonly quiet: readonly { readonly from: Date; readonly to: Date }[];
  /** Oldest first, each with the touchpoint that caused it. */
  readonly moves: readonly (Transition & { readonly cause: Touchpoint | undefined })[];
  /** By touchpoint id. */
  readonly classifications: ReadonlyMap<string, Classification>;
}

/** Limits for a person with a long log: the latest are returned. */
const pointsAtMost = 300;
const movesAtMost = 100;

/** Returns one person's journey: the estimated stage, the moves that led there, and the evidence. */
export async function showPersonJourney(ctx: Context, personId: string): Promise<PersonJourney> {
  requireRole(ctx, "viewer");
  const { db, workspaceId } = ctx;
  const [{ settings }, stages, belief, moves, log] = await Promise.all([
    showWorkspace(ctx),
    listStages(ctx),
    findBelief(db, workspaceId, personId),
    listLatestTransitions(db, workspaceId, personId, movesAtMost),
    listLatestTouchpoints(db, workspaceId, personId, pointsAtMost),
  ]);
  const causeIds = moves.flatMap(({ causeTouchpointId }) => causeTouchpointId ?? []);
  const causes = await listTouchpointsById(db, workspaceId, causeIds);
  const ids = [...new Set([...log.map(({ id }) => id), ...causeIds])];
  const rows = await listClassifications(db, workspaceId, ids);
  const classifications = new Map(rows.map((row) => [row.id, row]));
  const keyOf = new Map(stages.map((stage) => [stage.id, stage.key]));
  return {
    stages,
    decidingRules: decidingRulesOf(settings.journey ?? defaultJourneySettings),
    belief,
    classifications,
    points: log.flatMap(({ id, occurredAt }) => {
      const stageKey = keyOf.get(classifications.get(id)?.stageId ?? "");
      return stageKey ? [{ at: occurredAt, stageKey }] : [];
    }),
    quiet: quietPeriods(moves, belief, ctx.clock.now()),
    moves: moves.map((move) => ({
      ...move,
      cause: causes.find(({ id }) => id === move.causeTouchpointId),
    })),
  };
}

/** Returns periods from the last touchpoint before an exit until the person came back, or until now. */
function quietPeriods(moves: readonly Transition[], belief: Belief | undefined, now: Date) {
  return moves.flatMap((move, index) => {
    if (move.kind !== "exit") return [];
    const from = new Date(move.at.getTime() - move.quietDays * 86_400_000);
    const back = moves.slice(index + 1).find(({ kind }) => kind === "re-enter");
    return [{ from, to: back?.at ?? (belief?.isAway ? now : move.at) }];
  });
}
