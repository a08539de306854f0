import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { nextPlace } from "../posts/next-place.ts";
import { accountIdsOf, type PostWithVersions } from "../posts/post.ts";
import { isOccupied, isPlaceAt, queueAhead } from "../posts/queue-ahead.ts";
import { lockQueue, type LockedQueue } from "../workspaces/save-queue-settings.ts";
import type { WhenOrSlot } from "./input.ts";
import { plannedTime, type PlannedFor, type TimeRefusal } from "./planned-time.ts";

export type PlaceRefusal = "no-slots" | "no-free-slot" | "slot-taken" | "slot-gone";

export type PlaceWanted = Extract<WhenOrSlot, { kind: "slot" | "next-slot" }> & {
  readonly queue: LockedQueue;
};

/**
 * Locks the queue if the post wants a place in it. Must be the transaction's first lock, so that two people
 * who want a place wait for each other here.
 */
export async function lockPlaces(
  tx: Tx,
  ctx: Context,
  when: WhenOrSlot,
): Promise<PlaceWanted | Exclude<WhenOrSlot, { kind: "slot" | "next-slot" }>> {
  if (when.kind !== "slot" && when.kind !== "next-slot") return when;
  return { ...when, queue: await lockQueue(tx, ctx) };
}

export function isPlace(when: PlannedFor | PlaceWanted): when is PlaceWanted {
  return when.kind === "slot" || when.kind === "next-slot";
}

/** Returns the instant of the wanted place if it is free. */
export async function takePlace(
  tx: Tx,
  ctx: Context,
  post: PostWithVersions,
  wanted: PlaceWanted,
): Promise<Result<Date, PlaceRefusal | TimeRefusal>> {
  return wanted.kind === "slot"
    ? takeThat(tx, ctx, post, wanted)
    : takeNext(tx, ctx, post, wanted.queue);
}

async function takeThat(
  tx: Tx,
  ctx: Context,
  post: PostWithVersions,
  { at, queue }: Extract<PlaceWanted, { kind: "slot" }>,
): Promise<Result<Date, PlaceRefusal | TimeRefusal>> {
  const time = plannedTime({ kind: "wall-clock", at }, queue.timeZone, ctx.clock.now());
  if (!time.ok) return time;
  const accountIds = accountIdsOf(post);
  const said = { at: at.replace("T", " ") };
  if (!isPlaceAt(queue, { accountIds, at: time.value })) return refused("slot-gone", said);
  const isFull = await isOccupied(tx, ctx.workspaceId, { accountIds, at: time.value });
  if (isFull) return refused("slot-taken", said);
  return time;
}

async function takeNext(
  tx: Tx,
  ctx: Context,
  post: PostWithVersions,
  queue: LockedQueue,
): Promise<Result<Date, PlaceRefusal>> {
  const accountIds = accountIdsOf(post);
  const { timeZone, slots, pausedAccountIds } = queue;
  const own = slots.filter(({ accountId }) => accountIds.includes(accountId));
  if (own.length === 0) return refused("no-slots");
  const now = ctx.clock.now();
  const { places, occupied } = await queueAhead(tx, ctx.workspaceId, { queue, timeZone, now });
  const ahead = { places: places.map(asText), occupied: occupied.map(asText) };
  const at = nextPlace(ahead, { accountIds, stageId: post.stageId });
  if (at !== undefined) return ok(new Date(at));
  const isPaused = own.every(({ accountId }) => pausedAccountIds.includes(accountId));
  return refused("no-free-slot", { isPaused: isPaused ? "yes" : "no" });
}

function asText<Row extends { readonly at: Date }>(row: Row): Omit<Row, "at"> & { at: string } {
  return { ...row, at: row.at.toISOString() };
}
