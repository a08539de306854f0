import { getTranslations } from "next-intl/server";

import { listAccounts } from "#lib/accounts/list-accounts";
import { showEngagementByPost } from "#lib/analytics/show-engagement-by-post";
import type { Delivery } from "#lib/deliveries/delivery";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { postStatus, type PostStatus } from "#lib/deliveries/post-status";
import { addDays, localDay, startOfDay, wallClock } from "#lib/kernel/local-time";
import { findNetwork } from "#lib/networks/registry";
import type { PostWithVersions } from "#lib/posts/post";
import { showCalendar } from "#lib/posts/show-calendar";
import { listStages } from "#lib/workspaces/list-stages";
import type { Stage } from "#lib/workspaces/stage";

import type { SignedInContext } from "../../_actions/signed-in-context.ts";
import { stageName } from "../../_components/stage/stage-name.ts";
import type { EventLook } from "../../_components/stave/stave-event.tsx";
import type { CalendarEvent } from "./calendar-event.ts";
import { loadHolds } from "./load-holds.ts";
import { type CalendarAddress, daysOf } from "./view.ts";

const mostDeliveries = 2_000;
const planDays = 14;

/** The posts of a view with how they fare, and the stages as lanes. */
export async function loadCalendar(ctx: SignedInContext, address: CalendarAddress) {
  const { timeZone } = ctx.workspace;
  const days = daysOf(address);
  const t = await getTranslations("stages");
  const [stages, accounts, posts, engagement] = await Promise.all([
    listStages(ctx),
    listAccounts(ctx),
    showCalendar(ctx, instants(days, timeZone)),
    showEngagementByPost(ctx, { weeks: 12 }),
  ]);
  const shown = posts.filter((post) => isFor(post, address.account));
  const postIds = shown.map((post) => post.id);
  const deliveries =
    postIds.length > 0 ? await listDeliveries(ctx, { postIds, limit: mostDeliveries }) : [];
  const holds = await loadHolds(ctx, postIds);
  const reactions = new Map(engagement.map(({ post, touchpoints }) => [post.id, touchpoints]));
  const named = stages.map((stage) => ({
    id: stage.id,
    key: stage.key,
    name: stageName(stage, t),
  }));
  return {
    days,
    plan: planFor(ctx.workspace.settings.plan, days.length),
    today: localDay(ctx.clock.now(), timeZone),
    stages: named,
    accounts: accounts.map(({ id, network, handle }) => ({ id, network, handle })),
    events: shown.map((post) =>
      eventOf(post, {
        stage: named.find((stage) => stage.id === post.stageId),
        deliveries: deliveries.filter((delivery) => delivery.postId === post.id),
        reactions: reactions.get(post.id) ?? 0,
        held: holds.get(post.id),
        timeZone,
        mayMove: ctx.actor.role !== "viewer",
      }),
    ),
  };
}

export type LoadedCalendar = Awaited<ReturnType<typeof loadCalendar>>;

/** The plan is made for two weeks; a view shows one, or five or six. */
function planFor(plan: Readonly<Record<string, number>>, days: number): Record<string, number> {
  const share = days / planDays;
  return Object.fromEntries(
    Object.entries(plan).map(([key, posts]) => [key, Math.round(posts * share)]),
  );
}

/** First and last instant of a stretch of local days. */
function instants(days: readonly string[], timeZone: string): { from: Date; until: Date } {
  const [first = "", last = first] = [days[0], days.at(-1)];
  return { from: startOfDay(first, timeZone), until: startOfDay(addDays(last, 1), timeZone) };
}

function isFor(post: PostWithVersions, accountId: string | undefined): boolean {
  return !accountId || post.versions.some((version) => version.accountId === accountId);
}

function eventOf(
  post: PostWithVersions,
  known: {
    stage: { key: string; name: string } | undefined;
    deliveries: readonly Delivery[];
    reactions: number;
    held: CalendarEvent["held"] | undefined;
    timeZone: string;
    mayMove: boolean;
  },
): CalendarEvent {
  const at = wallClock(post.publishAt ?? post.updatedAt, known.timeZone);
  const look = lookOf(postStatus(post, known.deliveries));
  const networks = [...new Set(known.deliveries.map((delivery) => delivery.network))];
  return {
    id: post.id,
    day: at.slice(0, 10),
    at,
    time: at.slice(11),
    text: post.parts[0]?.text ?? "",
    stageKey: known.stage?.key ?? "",
    stageName: known.stage?.name ?? "",
    look,
    networks: networks.map((network) => ({
      network,
      label: findNetwork(network)?.label ?? network,
    })),
    reactions: known.reactions,
    canMove: known.mayMove && look === "scheduled",
    ...(known.held && { held: known.held }),
  };
}

const looks: Partial<Record<PostStatus, EventLook>> = {
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

function lookOf(status: PostStatus): EventLook {
  return looks[status] ?? "scheduled";
}

export type LaneStage = Pick<Stage, "id" | "key"> & { name: string };

/** Stages with nothing to come from today on, while the view shows what is to come. */
export function gapsOf({ days, today, stages, events }: LoadedCalendar): LaneStage[] {
  const last = days.at(-1) ?? today;
  if (last < addDays(today, 6) || (days[0] ?? today) > today) return [];
  return stages.filter(
    (stage) => !events.some((event) => event.stageKey === stage.key && event.day >= today),
  );
}
