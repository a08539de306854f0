import { listAccounts } from "../accounts/list-accounts.ts";
import { countOnPosts } from "../analytics/count-on-posts.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { listDeliveries } from "../deliveries/list-deliveries.ts";
import { postStatus, type PostStatus } from "../deliveries/post-status.ts";
import type { Context } from "../kernel/context.ts";
import { addDays, localDay, startOfDay, wallClock } from "../kernel/local-time.ts";
import { findManifest } from "../networks/registry.ts";
import { countPosts, listPosts } from "../posts/list-posts.ts";
import type { PostWithVersions } from "../posts/post.ts";
import { showCalendar } from "../posts/show-calendar.ts";
import { listBlockers } from "../publisher/list-blockers.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import type { Stage } from "../workspaces/stage.ts";
import { firstOpenFor, listOpenPlaces } from "./queue.ts";

const fewestDrafts = 50;
const planDays = 14;
const weekDays = 7;

/** Statuses of a post that the calendar distinguishes. */
export type PostLook =
  | "out"
  | "scheduled"
  | "draft"
  | "unknown"
  | "missed"
  | "failed"
  | "taken-down";

export interface CalendarQuestion {
  /** Local days in order, `YYYY-MM-DD`. */
  readonly days: readonly string[];
  /**
   * The days for which the plan is computed, such as those of the month without the surrounding ones; all by
   * default.
   */
  readonly counted?: readonly string[] | undefined;
  readonly accountId?: string | undefined;
  /** Maximum number of drafts, latest change first. */
  readonly drafts?: number | undefined;
}

/**
 * Returns the posts of these local days with their status, of one account or of all, and the stages as lanes.
 */
export async function viewCalendar(
  ctx: Context,
  { days, counted = days, accountId, drafts: most = fewestDrafts }: CalendarQuestion,
) {
  requireRole(ctx, "viewer");
  const { timeZone, settings } = await showWorkspace(ctx);
  const [stages, accounts, posts, drafts, draftCount] = await Promise.all([
    listStages(ctx),
    listAccounts(ctx),
    showCalendar(ctx, instants(days, timeZone)),
    listPosts(ctx, { state: "draft", accountId, limit: most }),
    countPosts(ctx, "draft", accountId),
  ]);
  const shown = posts.filter((post) => isFor(post, accountId));
  const postIds = shown.map(({ id }) => id);
  const [deliveries, reactions, blockers, open] = await Promise.all([
    listDeliveries(ctx, { postIds }),
    countOnPosts(ctx, postIds),
    listBlockers(ctx, { postIds }),
    openOf(ctx, { accounts, stages }, accountId),
  ]);
  const ofPost = Map.groupBy(deliveries, ({ postId }) => postId);
  const blockedBy = new Map(blockers.map((blocked) => [blocked.postId, blocked]));
  const today = localDay(ctx.clock.now(), timeZone);
  const events = shown.map((post) => ({
    ...eventOf(post, ofPost.get(post.id) ?? [], { timeZone, mayMove: ctx.actor.role !== "viewer" }),
    stageKey: stages.find((stage) => stage.id === post.stageId)?.key ?? "",
    reactions: reactions.get(post.id) ?? 0,
    blocked: blockedBy.get(post.id),
  }));
  return {
    days,
    counted,
    now: wallClock(ctx.clock.now(), timeZone),
    today,
    plan: planFor(settings.plan, counted.length),
    stages: stages.map(({ id, key, name }) => ({ id, key, name })),
    gaps: gapsOf(stages, events, { days, today }),
    accounts: accounts.map(({ id, network, handle }) => ({ id, network, handle })),
    events,
    ...placesShown(open, stages, days),
    drafts: drafts.map((post) => draftCard(post, stages, timeZone)),
    draftCount,
  };
}

async function openOf(
  ctx: Context,
  known: Parameters<typeof listOpenPlaces>[1],
  accountId: string | undefined,
) {
  const open = await listOpenPlaces(ctx, known);
  return accountId ? open.filter((place) => place.accountId === accountId) : open;
}

/**
 * Returns the free places of a week (a month has no space for them), and for each stage the place that fills
 * a gap.
 */
function placesShown(
  open: Awaited<ReturnType<typeof openOf>>,
  stages: readonly Stage[],
  days: readonly string[],
) {
  return {
    open: days.length > weekDays ? [] : open.filter(({ day }) => days.includes(day)),
    fills: Object.fromEntries(stages.map(({ key }) => [key, firstOpenFor(key, open)])),
  };
}

function draftCard(
  { id, version, parts, stageId, updatedAt }: PostWithVersions,
  stages: readonly Stage[],
  timeZone: string,
) {
  return {
    id,
    version,
    text: parts[0]?.text ?? "",
    stageKey: stages.find((stage) => stage.id === stageId)?.key ?? "",
    changedAt: wallClock(updatedAt, timeZone),
  };
}

export type Calendar = Awaited<ReturnType<typeof viewCalendar>>;

/** Converts the plan, which is for two weeks, to the number of days shown. */
function planFor(plan: Readonly<Record<string, number>>, days: number): Record<string, number> {
  const share = days / planDays;
  return Object.fromEntries(
    Object.entries(plan).map(([key, posts]) => [key, Math.round(posts * share)]),
  );
}

/** Returns the first instant of these local days and the first after them. */
function instants(days: readonly string[], timeZone: string): { from: Date; until: Date } {
  const [first = "", last = first] = [days[0], days.at(-1)];
  return { from: startOfDay(first, timeZone), until: startOfDay(addDays(last, 1), timeZone) };
}

function isFor(post: PostWithVersions, accountId: string | undefined): boolean {
  return !accountId || post.versions.some((version) => version.accountId === accountId);
}

function eventOf(
  post: PostWithVersions,
  deliveries: readonly Delivery[],
  { timeZone, mayMove }: { readonly timeZone: string; readonly mayMove: boolean },
) {
  const at = wallClock(post.publishAt ?? post.updatedAt, timeZone);
  const look = lookOf(postStatus(post, deliveries));
  const networks = [...new Set(deliveries.map(({ network }) => network))];
  return {
    id: post.id,
    version: post.version,
    day: at.slice(0, 10),
    at,
    time: at.slice(11),
    text: post.parts[0]?.text ?? "",
    look,
    networks: networks.map((network) => ({
      network,
      label: findManifest(network)?.label ?? network,
    })),
    accountIds: post.versions.map(({ accountId }) => accountId),
    canMove: mayMove && look === "scheduled",
  };
}

const looks: Partial<Record<PostStatus, PostLook>> = {
  published: "out",
  "partly-published": "out",
  "needs-person": "unknown",
  checking: "unknown",
  missed: "missed",
  failed: "failed",
  draft: "draft",
  "left-out": "draft",
  "taken-down": "taken-down",
};

function lookOf(status: PostStatus): PostLook {
  return looks[status] ?? "scheduled";
}

/**
 * Returns the keys of stages without a post from today on. Empty unless the view covers today and the next
 * six days.
 */
function gapsOf(
  stages: readonly Stage[],
  events: readonly { readonly stageKey: string; readonly day: string }[],
  { days, today }: { readonly days: readonly string[]; readonly today: string },
): string[] {
  const last = days.at(-1) ?? today;
  if (last < addDays(today, 6) || (days[0] ?? today) > today) return [];
  return stages
    .map(({ key }) => key)
    .filter((key) => !events.some((event) => event.stageKey === key && event.day >= today));
}
