import type { Account } from "../accounts/account.ts";
import { listAccounts } from "../accounts/list-accounts.ts";
import { showBestTimes } from "../analytics/show-best-times.ts";
import type { Context } from "../kernel/context.ts";
import { wallClock } from "../kernel/local-time.ts";
import { findManifest } from "../networks/registry.ts";
import { queueAhead } from "../posts/queue-ahead.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { defaultQueueSettings, inWeekOrder } from "../workspaces/queue-settings.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import type { Stage } from "../workspaces/stage.ts";

/** Returns the weekly slots of every account, and the next free place of each queue. */
export async function viewQueue(ctx: Context) {
  requireRole(ctx, "viewer");
  const [{ settings, timeZone, version }, accounts, stages] = await Promise.all([
    showWorkspace(ctx),
    listAccounts(ctx),
    listStages(ctx),
  ]);
  const { slots, pausedAccountIds } = settings.queue ?? defaultQueueSettings;
  const [open, bestTimes] = await Promise.all([
    listOpenPlaces(ctx, { accounts, stages }),
    showBestTimes(ctx),
  ]);
  return {
    version,
    bestTimes,
    timeZone,
    canChange: ctx.actor.role === "owner" || ctx.actor.role === "manager",
    stages: stages.map(({ id, key, name }) => ({ id, key, name })),
    accounts: accounts.map(({ id, network, handle }) => ({
      id,
      network,
      networkLabel: findManifest(network)?.label ?? network,
      handle,
      isPaused: pausedAccountIds.includes(id),
      nextFree: open.find(({ accountId }) => accountId === id)?.at,
      slots: inWeekOrder(slots)
        .filter(({ accountId }) => accountId === id)
        .map(({ weekday, time, stageId }) => ({
          weekday,
          time,
          stageId,
          stageKey: stages.find((stage) => stage.id === stageId)?.key,
        })),
    })),
  };
}

export type QueueView = Awaited<ReturnType<typeof viewQueue>>;

/** Returns the places and planned posts of the coming weeks. */
export async function loadQueue(ctx: Context) {
  requireRole(ctx, "viewer");
  const { settings, timeZone } = await showWorkspace(ctx);
  const queue = settings.queue ?? defaultQueueSettings;
  return queueAhead(ctx.db, ctx.workspaceId, { queue, timeZone, now: ctx.clock.now() });
}

/** Returns the free places of the coming weeks in the workspace's time zone, earliest first. */
export async function listOpenPlaces(
  ctx: Context,
  {
    accounts,
    stages,
  }: { readonly accounts: readonly Account[]; readonly stages: readonly Stage[] },
) {
  const { timeZone } = await showWorkspace(ctx);
  const { places, occupied } = await loadQueue(ctx);
  const full = new Set(occupied.map(({ accountId, at }) => `${accountId} ${at.getTime()}`));
  return places.flatMap(({ accountId, at: instant, stageId }) => {
    const account = accounts.find(({ id }) => id === accountId);
    if (!account || full.has(`${accountId} ${instant.getTime()}`)) return [];
    const at = wallClock(instant, timeZone);
    return [
      {
        accountId,
        network: account.network,
        handle: account.handle,
        at,
        day: at.slice(0, 10),
        time: at.slice(11),
        stageKey: stages.find(({ id }) => id === stageId)?.key ?? "",
      },
    ];
  });
}

type OpenPlaces = Awaited<ReturnType<typeof listOpenPlaces>>;

/**
 * Returns the place that fills a gap of a stage, with its accounts: the stage's own next free one, otherwise
 * the next for any stage.
 */
export function firstOpenFor(
  key: string,
  open: OpenPlaces,
): { at: string; accountIds: string[] } | undefined {
  const own = open.filter(({ stageKey }) => stageKey === key);
  const fitting = own.length > 0 ? own : open.filter(({ stageKey }) => stageKey === "");
  const at = fitting[0]?.at;
  if (at === undefined) return undefined;
  return { at, accountIds: fitting.flatMap((one) => (one.at === at ? [one.accountId] : [])) };
}
