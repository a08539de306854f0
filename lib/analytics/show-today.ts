import type { Context } from "../kernel/context.ts";
import { addDays, localDay, startOfDay } from "../kernel/local-time.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { countReactions, listDeliveriesOf, listPlanned } from "./plan-repository.ts";
import { countByStageSince } from "./repository.ts";

/** Parts are counted from 1. */
const firstPart = 1;

export interface TodayPost {
  readonly id: string;
  readonly stageId: string | null;
  readonly at: Date;
  readonly text: string;
  readonly reactions: number;
  /** First parts only: one entry an account. */
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
  /** Touchpoints since midnight by stage id. */
  readonly sinceMidnight: ReadonlyMap<string, number>;
  /** The first post after today. */
  readonly next: { readonly id: string; readonly at: Date } | undefined;
}

/** What went out and goes out on the workspace's current day, and what came in. */
export async function showToday(ctx: Context): Promise<Today> {
  requireRole(ctx, "viewer");
  const { timeZone } = await showWorkspace(ctx);
  const now = ctx.clock.now();
  const today = localDay(now, timeZone);
  const [from, until] = [startOfDay(today, timeZone), startOfDay(addDays(today, 1), timeZone)];
  const month = startOfDay(addDays(today, 31), timeZone);
  const [planned, later, counts] = await Promise.all([
    listPlanned(ctx.db, ctx.workspaceId, from, until),
    listPlanned(ctx.db, ctx.workspaceId, until, month),
    countByStageSince(ctx.db, ctx.workspaceId, from),
  ]);
  const [next] = later;
  return {
    now,
    timeZone,
    posts: await withOutcome(ctx, planned),
    sinceMidnight: new Map(
      counts.flatMap(({ stageId, touchpoints }) => (stageId ? [[stageId, touchpoints]] : [])),
    ),
    next: next?.publishAt ? { id: next.id, at: next.publishAt } : undefined,
  };
}

async function withOutcome(
  ctx: Context,
  planned: Awaited<ReturnType<typeof listPlanned>>,
): Promise<TodayPost[]> {
  const ids = planned.map((post) => post.id);
  const [deliveries, reactions] = await Promise.all([
    listDeliveriesOf(ctx.db, ctx.workspaceId, ids),
    countReactions(ctx.db, ctx.workspaceId, ids),
  ]);
  return planned.map(({ id, stageId, publishAt, parts }) => ({
    id,
    stageId,
    at: publishAt ?? ctx.clock.now(),
    text: parts[0]?.text ?? "",
    reactions: reactions.find(({ postId }) => postId === id)?.reactions ?? 0,
    deliveries: deliveries.filter(({ postId, part }) => postId === id && part === firstPart),
  }));
}
