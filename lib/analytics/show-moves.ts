import type { Context } from "../kernel/context.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { isForBoth, type Stage } from "../workspaces/stage.ts";
import { countMovers, countMoves, countPeopleNow, type MoveRow } from "./moves-repository.ts";

const dayMs = 86_400_000;

export interface Moves {
  readonly days: number;
  /** Distinct people who moved from one stage to another. */
  readonly movers: number;
  /**
   * Numbers of first arrivals, of returns from away (`cameBack`) and of people who went away (`wentQuiet`).
   */
  readonly arrived: number;
  readonly cameBack: number;
  readonly wentQuiet: number;
  /** People with a stage, and how many of them are away. */
  readonly people: number;
  readonly away: number;
  readonly stages: readonly StagePeople[];
  /** Loops, returns from away and steps back, most frequent first. */
  readonly returns: readonly Return[];
}

export interface StagePeople {
  readonly stage: Stage;
  /** People in the stage who are not away. */
  readonly people: number;
  /** How many of them consider a purchase without having bought; undefined unless the stage covers both. */
  readonly deciding: number | undefined;
  readonly arrived: number;
  readonly left: number;
  readonly wentQuiet: number;
}

export interface Return {
  /** Undefined if they were away. */
  readonly from: Stage | undefined;
  readonly to: Stage;
  readonly kind: "loop" | "back" | "re-enter";
  readonly moves: number;
}

/** Returns where people are now and who moved in the last `days` days. */
export async function showMoves(ctx: Context, { days }: { days: number }): Promise<Moves> {
  requireRole(ctx, "viewer");
  const since = new Date(ctx.clock.now().getTime() - days * dayMs).toISOString().slice(0, 10);
  const [stages, moves, movers, now] = await Promise.all([
    listStages(ctx),
    countMoves(ctx.db, ctx.workspaceId, since),
    countMovers(ctx.db, ctx.workspaceId, since),
    countPeopleNow(ctx.db, ctx.workspaceId),
  ]);
  const away = now.filter((row) => row.isAway);
  return {
    days,
    movers,
    arrived: total(moves.filter(({ kind }) => kind === "first")),
    cameBack: total(moves.filter(({ kind }) => kind === "re-enter")),
    wentQuiet: total(moves.filter(({ kind }) => kind === "exit")),
    people: sum(now.map((row) => row.people)),
    away: sum(away.map((row) => row.people)),
    stages: stages.map((stage) => ({
      ...peopleOf(stage, moves, now),
      deciding: isForBoth(stage, stages) ? decidingIn(stage, now) : undefined,
    })),
    returns: returnsOf(stages, moves),
  };
}

function decidingIn(stage: Stage, now: Awaited<ReturnType<typeof countPeopleNow>>): number {
  return sum(
    now
      .filter((row) => row.stageId === stage.id && row.isDeciding && !row.isAway)
      .map((row) => row.people),
  );
}

function peopleOf(
  stage: Stage,
  moves: readonly MoveRow[],
  now: Awaited<ReturnType<typeof countPeopleNow>>,
): Omit<StagePeople, "deciding"> {
  const left = moves.filter((move) => move.fromStageId === stage.id);
  return {
    stage,
    people: sum(now.filter((row) => row.stageId === stage.id && !row.isAway).map((r) => r.people)),
    arrived: total(moves.filter((move) => move.toStageId === stage.id)),
    left: total(left.filter((move) => move.kind !== "exit")),
    wentQuiet: total(left.filter((move) => move.kind === "exit")),
  };
}

function returnsOf(stages: readonly Stage[], moves: readonly MoveRow[]): Return[] {
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  return moves
    .flatMap(({ fromStageId, toStageId, kind, moves: count }) => {
      const to = byId.get(toStageId ?? "");
      const isReturn = kind === "loop" || kind === "back" || kind === "re-enter";
      if (!to || !isReturn) return [];
      const from = kind === "re-enter" ? undefined : byId.get(fromStageId ?? "");
      return [{ from, to, kind, moves: count }];
    })
    .toSorted((a, b) => b.moves - a.moves);
}

function total(moves: readonly MoveRow[]): number {
  return sum(moves.map((move) => move.moves));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
