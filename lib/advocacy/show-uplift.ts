import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { differenceOfShares, type Difference, type Share } from "./difference-of-shares.ts";
import { listActive, listEndedTrials, listThanked } from "./trial-repository.ts";

/** Fewer than these in either group say nothing. */
export const neededOfEach = 20;
const yearMs = 365 * 86_400_000;

export interface Uplift {
  readonly heldOutPercent: number;
  /** Who did something again within 60 days, of those whose time is over. */
  readonly suggested: Share;
  readonly heldOut: Share;
  /** Of those suggested; who was chosen is compared, thanked or not, so that our own choice tells nothing. */
  readonly thanked: number;
  /** Undefined where there are too few. */
  readonly effect: Difference | undefined;
}

/** What came after suggesting somebody, beside what came after leaving somebody out by chance: of a year. */
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
    // People merged since who were in both groups belong to neither.
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
