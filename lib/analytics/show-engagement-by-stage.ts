import type { Context } from "../kernel/context.ts";
import { addDays, localDay, localWeek, startOfDay } from "../kernel/local-time.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import type { Stage } from "../workspaces/stage.ts";
import { countByStageAndWeek, countPeopleByWeek, countPeopleSince } from "./repository.ts";
import { trendOf, type Trend } from "./trend.ts";

export interface EngagementByStage {
  /** ISO weeks, oldest first; the last one is the current week. */
  readonly weeks: readonly string[];
  readonly lanes: readonly EngagementLane[];
}

export interface EngagementLane {
  readonly stage: Stage;
  /** One count per week. */
  readonly touchpoints: readonly number[];
  readonly people: readonly number[];
  /** Distinct people over all the weeks. */
  readonly peopleInAll: number;
  readonly trend: Trend;
}

export interface EngagementInput {
  /** Number of weeks, including the current one. */
  readonly weeks: number;
  readonly accountId?: string | undefined;
}

/**
 * Returns touchpoints and people by stage and week in the workspace's time zone, of one account if it is
 * given.
 */
export async function showEngagementByStage(
  ctx: Context,
  input: EngagementInput,
): Promise<EngagementByStage> {
  requireRole(ctx, "viewer");
  const { timeZone } = await showWorkspace(ctx);
  const weeks = lastWeeks(ctx.clock.now(), timeZone, input.weeks);
  const { accountId } = input;
  const sinceDay = firstDay(ctx.clock.now(), timeZone, input.weeks);
  const slice = { accountId, sinceWeek: weeks[0] ?? "", sinceDay };
  const [rows, byWeek, people, stages] = await Promise.all([
    countByStageAndWeek(ctx.db, ctx.workspaceId, slice),
    countPeopleByWeek(ctx.db, ctx.workspaceId, slice),
    countPeopleSince(ctx.db, ctx.workspaceId, slice),
    listStages(ctx),
  ]);
  const lanes = stages.map((stage) => {
    const isOwn = (row: { readonly stageId: string | null }) => row.stageId === stage.id;
    const touchpoints = weeks.map(
      (week) => rows.find((row) => isOwn(row) && row.week === week)?.touchpoints ?? 0,
    );
    return {
      stage,
      touchpoints,
      people: weeks.map(
        (week) => byWeek.find((row) => isOwn(row) && row.week === week)?.people ?? 0,
      ),
      peopleInAll: people.find(isOwn)?.people ?? 0,
      trend: trendOf(touchpoints),
    };
  });
  return { weeks, lanes };
}

/** Returns the Monday of the first of these weeks. */
function firstDay(now: Date, timeZone: string, weeks: number): string {
  const today = localDay(now, timeZone);
  const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(today, -7 * (weeks - 1) - sinceMonday);
}

/** Returns ISO weeks in the workspace's time zone, oldest first, ending with the week of `now`. */
export function lastWeeks(now: Date, timeZone: string, count: number): string[] {
  const today = localDay(now, timeZone);
  return Array.from({ length: count }, (_, index) => {
    const day = addDays(today, -7 * (count - 1 - index));
    return localWeek(startOfDay(day, timeZone), timeZone);
  });
}
