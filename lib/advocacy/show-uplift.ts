import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { differenceOfShares, type Difference, type Share } from "./difference-of-shares.ts";
import { listActive, listEndedTrials, listThanked } from "./trial-repository.ts";

/** With fewer people in either group the comparison is not shown. */
export const neededOfEach = 20;
const yearMs = 365 * 86_400_000;

export interface Uplift {
  readonly heldOutPercent: number;
  /** People who did something again within 60 days, among those whose 60 days are over. */
  readonly suggested: Share;
  readonly heldOut: Share;
  /**
   * How many of the suggested were thanked. All suggested people are compared, thanked or not, so that the
   * team's choice does not bias the result.
   */
  readonly thanked: number;
  /** Undefined if a group is too small. */
  readonly effect: Difference | undefined;
}

/** Compares people who were suggested with people who were held out at random, over one year. */
export async function showUplift(ctx: Context): Promise<Uplift> {
  requireRole(ctx, "viewer");
  const { settings } = await showWorkspace(ctx);
  const now = ctx.clock.now();
  const since = new Date(now.getTime() - yearMs);
  const { db, workspaceId } = ctx;
  const ended = await listEndedTrials(db, workspaceId, { since, now });
  const active = await listActive(db, workspaceId, { since, now });
  const thankedIn = await listThanked(db, workspaceId, { since, now });
  const counts = {
    suggested: { count: 0, of: 0 },
    "held-out": { count: 0, of: 0 },
  };
  let thanked = 0;
  for (const trial of ended) {
    // People in both groups, because of a merge, are left out.
    if (ended.some((one) => one.personId === trial.personId && one.group !== trial.group)) continue;
    counts[trial.group].of += 1;
    if (active.has(trial.id)) counts[trial.group].count += 1;
    if (trial.group === "suggested" && thankedIn.has(trial.id)) thanked += 1;
  }
  const { suggested, "held-out": heldOut } = counts;
  const isEnough = suggested.of >= neededOfEach && heldOut.of >= neededOfEach;
  return {
    heldOutPercent: settings.heldOutPercent ?? 0,
    suggested,
    heldOut,
    thanked,
    effect: isEnough ? differenceOfShares(suggested, heldOut) : undefined,
  };
}
