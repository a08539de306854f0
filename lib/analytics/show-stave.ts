import type { Context } from "../kernel/context.ts";
import { addDays, localDay, startOfDay } from "../kernel/local-time.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import type { Stage } from "../workspaces/stage.ts";
import { listDeliveriesOf, listPlanned } from "./plan-repository.ts";
import { countPeopleSince } from "./repository.ts";

const week = 7;

export interface PlanStave {
  /** `YYYY-MM-DD` in the workspace's time zone; the first is today. */
  readonly days: readonly string[];
  readonly timeZone: string;
  readonly lanes: readonly PlanLane[];
}

export interface PlanLane {
  readonly stage: Stage;
  readonly posts: readonly PlannedPost[];
  /** Distinct people with a touchpoint of this stage today or in the seven days before. */
  readonly peopleThisWeek: number;
}

export interface PlannedPost {
  readonly id: string;
  readonly at: Date;
  readonly day: string;
  readonly text: string;
  readonly state: "out" | "taken-down" | "scheduled" | "needs-person" | "missed" | "failed";
}

/** Returns the plan from today on, one lane per stage. A lane without a post shows a gap. */
export async function showStave(ctx: Context, { days }: { days: number }): Promise<PlanStave> {
  requireRole(ctx, "viewer");
  const { timeZone } = await showWorkspace(ctx);
  const now = ctx.clock.now();
  const today = localDay(now, timeZone);
  const [from, until] = [startOfDay(today, timeZone), startOfDay(addDays(today, days), timeZone)];
  const sinceDay = addDays(today, -week);
  const [stages, planned, people] = await Promise.all([
    listStages(ctx),
    listPlanned(ctx.db, ctx.workspaceId, from, until),
    countPeopleSince(ctx.db, ctx.workspaceId, { sinceDay }),
  ]);
  const ids = planned.map((post) => post.id);
  const deliveries = await listDeliveriesOf(ctx.db, ctx.workspaceId, ids);
  return {
    timeZone,
    days: Array.from({ length: days }, (_, index) => addDays(today, index)),
    lanes: stages.map((stage) => ({
      stage,
      peopleThisWeek: people.find((row) => row.stageId === stage.id)?.people ?? 0,
      posts: planned
        .filter((post) => post.stageId === stage.id)
        .flatMap((post) =>
          post.publishAt
            ? [
                {
                  id: post.id,
                  at: post.publishAt,
                  day: localDay(post.publishAt, timeZone),
                  text: post.parts[0]?.text ?? "",
                  state: stateOf(deliveries.filter(({ postId }) => postId === post.id)),
                },
              ]
            : [],
        ),
    })),
  };
}

const toCome = ["scheduled", "claimed", "sending", "unknown", "reconciling"];

function stateOf(deliveries: readonly { state: string }[]): PlannedPost["state"] {
  const has = (...states: string[]) => deliveries.some(({ state }) => states.includes(state));
  if (has("needs_person")) return "needs-person";
  if (has("missed")) return "missed";
  if (has("failed", "stopped")) return "failed";
  if (deliveries.length === 0 || has(...toCome)) return "scheduled";
  return has("published") ? "out" : "taken-down";
}
