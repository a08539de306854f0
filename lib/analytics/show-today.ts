import type { Context } from "../kernel/context.ts";
import { addDays, localDay, startOfDay } from "../kernel/local-time.ts";
import { quarterMs, quarterOf } from "../projections/figure.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { countOnPosts } from "./count-on-posts.ts";
import { listDeliveriesOf, listPlanned } from "./plan-repository.ts";
import { countByQuarter, countByRule, findMostAnswered } from "./repository.ts";

/** Parts are counted from 1. */
const firstPart = 1;
const usualDays = 14;

export interface TodayPost {
  readonly id: string;
  readonly stageId: string | null;
  readonly at: Date;
  readonly text: string;
  readonly reactions: number;
  /** Deliveries of the first part only, one per account. */
  readonly deliveries: readonly {
    readonly id: string;
    readonly network: string;
    readonly handle: string;
    readonly state: string;
    readonly url: string | null;
  }[];
}

export interface Today {
  readonly now: Date;
  readonly timeZone: string;
  readonly posts: readonly TodayPost[];
  readonly cameIn: CameIn;
  /** The first post after today, within the next 30 days. */
  readonly next: { readonly id: string; readonly at: Date } | undefined;
}

/** Touchpoints since midnight in the workspace's time zone. */
export interface CameIn {
  readonly total: number;
  /** Average number of touchpoints by this time of day over the last 14 days, rounded. */
  readonly usual: number;
  /** Touchpoints by stage and rule, most first. */
  readonly kinds: readonly { stageId: string | null; rule: string; touchpoints: number }[];
  readonly mostAnswered: { readonly text: string; readonly touchpoints: number } | undefined;
}

/** Returns the posts of the workspace's current day and the touchpoints of that day. */
export async function showToday(ctx: Context): Promise<Today> {
  requireRole(ctx, "viewer");
  const { timeZone } = await showWorkspace(ctx);
  const now = ctx.clock.now();
  const today = localDay(now, timeZone);
  const [from, until] = [startOfDay(today, timeZone), startOfDay(addDays(today, 1), timeZone)];
  const month = startOfDay(addDays(today, 31), timeZone);
  const [planned, later, cameIn] = await Promise.all([
    listPlanned(ctx.db, ctx.workspaceId, from, until),
    listPlanned(ctx.db, ctx.workspaceId, until, month),
    whatCameIn(ctx, today, timeZone),
  ]);
  const [next] = later;
  return {
    now,
    timeZone,
    posts: await withOutcome(ctx, planned),
    cameIn,
    next: next?.publishAt ? { id: next.id, at: next.publishAt } : undefined,
  };
}

async function whatCameIn(ctx: Context, today: string, timeZone: string): Promise<CameIn> {
  const midnight = startOfDay(today, timeZone);
  const sinceMidnight = ctx.clock.now().getTime() - midnight.getTime();
  const earlier = Array.from({ length: usualDays }, (_, index) => {
    const from = startOfDay(addDays(today, -1 - index), timeZone);
    return { from, until: new Date(from.getTime() + sinceMidnight) };
  });
  const [kinds, before, most] = await Promise.all([
    countByRule(ctx.db, ctx.workspaceId, today),
    countWithin(ctx, earlier),
    findMostAnswered(ctx.db, ctx.workspaceId, today),
  ]);
  return {
    kinds,
    total: kinds.reduce((sum, { touchpoints }) => sum + touchpoints, 0),
    usual: Math.round(before / usualDays),
    mostAnswered: most && { text: most.parts[0]?.text ?? "", touchpoints: most.touchpoints },
  };
}

/** Counts touchpoints within these periods. The last quarter of an hour of a period counts in proportion. */
async function countWithin(
  ctx: Context,
  stretches: readonly { readonly from: Date; readonly until: Date }[],
): Promise<number> {
  const quarters = stretches.map(({ from, until }) => ({
    from: quarterOf(from),
    until: quarterOf(until),
  }));
  const rows = await countByQuarter(ctx.db, ctx.workspaceId, quarters);
  const shares = new Map(
    stretches.map(({ until }) => {
      const begun = new Date(`${quarterOf(until)}Z`).getTime();
      return [quarterOf(until), (until.getTime() - begun) / quarterMs];
    }),
  );
  return rows.reduce(
    (sum, { quarter, touchpoints }) => sum + touchpoints * (shares.get(quarter) ?? 1),
    0,
  );
}

async function withOutcome(
  ctx: Context,
  planned: Awaited<ReturnType<typeof listPlanned>>,
): Promise<TodayPost[]> {
  const ids = planned.map((post) => post.id);
  const [deliveries, reactions] = await Promise.all([
    listDeliveriesOf(ctx.db, ctx.workspaceId, ids),
    countOnPosts(ctx, ids),
  ]);
  return planned.map(({ id, stageId, publishAt, parts }) => ({
    id,
    stageId,
    at: publishAt ?? ctx.clock.now(),
    text: parts[0]?.text ?? "",
    reactions: reactions.get(id) ?? 0,
    deliveries: deliveries.filter(({ postId, part }) => postId === id && part === firstPart),
  }));
}
