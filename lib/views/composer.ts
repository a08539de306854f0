import { showTouchpoint } from "../engagement/list-touchpoints.ts";
import { countPeopleByStage } from "../journey/count-people-by-stage.ts";
import { rules } from "../journey/rules.ts";
import type { Context } from "../kernel/context.ts";
import { addDays, localDay, startOfDay, wallClock } from "../kernel/local-time.ts";
import { ok } from "../kernel/result.ts";
import { findManifest } from "../networks/registry.ts";
import { nextFreeSlot } from "../posts/free-slot.ts";
import type { QueueAhead } from "../posts/next-place.ts";
import type { PostWithVersions } from "../posts/post.ts";
import { showCalendar } from "../posts/show-calendar.ts";
import { showPost } from "../posts/show-post.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { type Stage, stageFor } from "../workspaces/stage.ts";
import { composerAccounts } from "./composer-accounts.ts";
import { loadQueue } from "./queue.ts";

const horizonDays = 60;

const emptyPart = { text: "", images: [] };

export interface ComposerWish {
  readonly post?: string;
  readonly at?: string;
  readonly stage?: string;
  /** Account ids for a new post, separated by commas. */
  readonly account?: string;
  /** Ids of accounts, separated by commas, whose queues have a free place at `at`. */
  readonly slot?: string;
}

/** Returns what the composer needs: the post or a new draft, the accounts, and what is planned. */
export async function viewComposer(ctx: Context, wish: ComposerWish) {
  requireRole(ctx, "viewer");
  const { timeZone } = await showWorkspace(ctx);
  const now = ctx.clock.now();
  const today = localDay(now, timeZone);
  const post = wish.post ? await showPost(ctx, wish.post) : undefined;
  const [accounts, answers, stages, planned, queue] = await Promise.all([
    composerAccounts(ctx, post?.replyToTouchpointId ?? null),
    post?.replyToTouchpointId ? answeredBy(ctx, post.replyToTouchpointId) : undefined,
    listStages(ctx),
    showCalendar(ctx, {
      from: startOfDay(addDays(today, -7), timeZone),
      until: startOfDay(addDays(today, horizonDays), timeZone),
    }),
    loadQueue(ctx),
  ]);
  const taken = planned.flatMap(({ id, publishAt, stageId }) =>
    publishAt && id !== post?.id ? [{ at: wallClock(publishAt, timeZone), stageId }] : [],
  );
  const wall = wallClock(now, timeZone);
  const nextFree = Object.fromEntries(
    ["", ...stages.map((stage) => stage.id)].map((id) => [
      id,
      nextFreeSlot(wall, taken, id || null),
    ]),
  );
  const people = await countPeopleByStage(ctx);
  return {
    accounts,
    answers,
    stages: stages.map(({ id, key, name }) => ({ id, key, name, people: people.get(id) ?? 0 })),
    countsAs: countsAs(stages),
    planned: marksOf(planned, stages, post?.id, timeZone),
    start: startOf({ post, wish, accounts, stages, timeZone, fallbackAt: nextFree[""] ?? wall }),
    nextFree,
    queue: queueOnClock(queue, post?.id, timeZone),
    now: wall,
    zoneName: zoneNameOf(timeZone),
  };
}

function zoneNameOf(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf("/") + 1).replaceAll("_", " ");
}

/**
 * Converts the queue to wall-clock times in the workspace's time zone, without the post itself, which may
 * keep its place.
 */
function queueOnClock(
  { places, occupied }: Awaited<ReturnType<typeof loadQueue>>,
  except: string | undefined,
  timeZone: string,
): QueueAhead {
  const clock = (at: Date) => wallClock(at, timeZone);
  return {
    places: places.map(({ at, ...place }) => ({ ...place, at: clock(at) })),
    occupied: occupied
      .filter(({ postId }) => postId !== except)
      .map(({ accountId, at }) => ({ accountId, at: clock(at) })),
  };
}

/** Returns the current post in the composer's format, after somebody else changed it. */
export async function viewDraft(ctx: Context, { postId }: { readonly postId: string }) {
  requireRole(ctx, "viewer");
  const post = await showPost(ctx, postId);
  return ok(editedOf(post));
}

/** Returns the touchpoint that a post answers; undefined if there is none. */
async function answeredBy(ctx: Context, touchpointId: string) {
  const shown = await showTouchpoint(ctx, touchpointId);
  if (!shown) return undefined;
  const { touchpoint, person, identity } = shown;
  return {
    network: touchpoint.channel,
    networkLabel: findManifest(touchpoint.channel)?.label ?? touchpoint.channel,
    name: identity.displayName || person.displayName,
    handle: identity.handle,
    text: touchpoint.text ?? "",
    url: /^https?:/i.test(touchpoint.url ?? "") ? touchpoint.url : null,
  };
}

/** The most frequent kinds of answers to a post, one or two per stage. */
const usualAnswers = [
  "like",
  "question",
  "price-question",
  "order",
  "support-question",
  "positive-mention",
] as const;

function countsAs(stages: readonly Stage[]) {
  return usualAnswers.flatMap((rule) => {
    const key = rules[rule].stage;
    const stage = key === "left" || key === "nowhere" ? undefined : stageFor(key, stages);
    return stage ? [{ rule, stageKey: stage.key }] : [];
  });
}

function marksOf(
  planned: readonly PostWithVersions[],
  stages: readonly Stage[],
  except: string | undefined,
  timeZone: string,
) {
  return planned.flatMap((post) => {
    const stage = stages.find((one) => one.id === post.stageId);
    if (!stage || !post.publishAt || post.id === except) return [];
    const day = localDay(post.publishAt, timeZone);
    return [{ id: post.id, day, stageKey: stage.key, text: post.parts[0]?.text ?? "" }];
  });
}

function startOf({
  post,
  wish,
  accounts,
  stages,
  timeZone,
  fallbackAt,
}: {
  post: PostWithVersions | undefined;
  wish: ComposerWish;
  accounts: readonly { readonly id: string }[];
  stages: readonly Stage[];
  timeZone: string;
  fallbackAt: string;
}) {
  const stage = stages.find(({ key }) => key === wish.stage);
  const asked = isWallClock(wish.at) ? wish.at : undefined;
  const planned = post?.publishAt ? wallClock(post.publishAt, timeZone) : undefined;
  const chosenAt = planned ?? asked;
  return {
    ...(post
      ? { ...editedOf(post), postId: post.id }
      : {
          draft: newDraft(accounts, stage, wish),
          postId: undefined,
          version: undefined,
          isScheduled: false,
        }),
    when: {
      kind: chosenAt ? ("chosen" as const) : ("next" as const),
      chosenAt: chosenAt ?? fallbackAt,
    },
    /** Set if the time is a place of the queue, which is taken only while it is free. */
    slotAt: wish.slot && !planned ? asked : undefined,
  };
}

function isWallClock(at: string | undefined): at is string {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(at ?? "");
}

function editedOf(post: PostWithVersions) {
  const { version, state } = post;
  return { draft: draftOf(post), version, isScheduled: state === "scheduled" };
}

function draftOf(post: PostWithVersions) {
  return {
    stageId: post.stageId,
    accountIds: post.versions.map((version) => version.accountId),
    parts: post.parts.length > 0 ? post.parts : [emptyPart],
    versions: Object.fromEntries(
      post.versions.flatMap((version) =>
        version.parts ? [[version.accountId, version.parts]] : [],
      ),
    ),
    options: Object.fromEntries(
      post.versions.flatMap(({ accountId, options }) => (options ? [[accountId, options]] : [])),
    ),
    disclosure: post.disclosure,
    language: post.language,
  };
}

/** A single account is selected by default. */
function newDraft(
  accounts: readonly { readonly id: string }[],
  stage: Stage | undefined,
  { account = "", slot = account }: ComposerWish,
) {
  const ids = accounts.map(({ id }) => id);
  const asked = ids.filter((id) => slot.split(",").includes(id));
  return {
    stageId: stage?.id ?? null,
    accountIds: asked.length > 0 || ids.length > 1 ? asked : ids,
    parts: [emptyPart],
    versions: {},
    options: {},
    disclosure: null,
    language: null,
  };
}
