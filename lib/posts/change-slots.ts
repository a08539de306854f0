import type { z } from "zod";

import { listAccounts } from "../accounts/list-accounts.ts";
import type { Context } from "../kernel/context.ts";
import { NotFound } from "../kernel/errors.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { listStages } from "../workspaces/list-stages.ts";
import type { QueueSettings, Slot } from "../workspaces/queue-settings.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { saveQueueSettings } from "../workspaces/save-queue-settings.ts";
import {
  addSlotsInput,
  changeSlotsInput,
  mostSlots,
  pauseQueueInput,
  removeSlotsInput,
} from "./queue-input.ts";

export type SlotsRefusal = "changed-since" | "slot-twice" | "too-many-slots" | "no-such-slot";

/** Replaces the slots of an account. Posts that are already planned stay where they are. */
export async function changeSlots(
  ctx: Context,
  input: z.input<typeof changeSlotsInput>,
): Promise<Result<QueueSettings, SlotsRefusal>> {
  requireRole(ctx, "manager");
  const { version: since, accountId, slots, isPaused } = changeSlotsInput.parse(input);
  const own = slots.map((slot) => ({ accountId, ...slot }));
  await requireKnown(ctx, accountId, own);
  const twice = own.find((slot, index) => own.findIndex((one) => isSameTime(one, slot)) < index);
  if (twice) return refused("slot-twice", { weekday: twice.weekday, time: twice.time });
  return save(ctx, { since, accountId }, (before) =>
    ok({
      slots: [...before.slots.filter((one) => one.accountId !== accountId), ...own],
      pausedAccountIds: withPause(before, accountId, isPaused),
    }),
  );
}

/**
 * Adds a time on these days to an account's slots, all or none. A slot that exists at such a time gets the
 * given stage.
 */
export async function addSlots(
  ctx: Context,
  input: z.input<typeof addSlotsInput>,
): Promise<Result<QueueSettings, SlotsRefusal>> {
  requireRole(ctx, "manager");
  const { accountId, weekdays, time, stageId } = addSlotsInput.parse(input);
  const slots = [...new Set(weekdays)].map((weekday) => ({ accountId, weekday, time, stageId }));
  await requireKnown(ctx, accountId, slots);
  return save(ctx, { accountId }, (before) => {
    const rest = before.slots.filter((one) => !slots.some((slot) => isSameSlot(one, slot)));
    const own = rest.filter((one) => one.accountId === accountId);
    if (own.length + slots.length > mostSlots)
      return refused("too-many-slots", { most: mostSlots });
    return ok({ ...before, slots: [...rest, ...slots] });
  });
}

/**
 * Adds slots for any stage at those of these times at which the account has none; returns how many were
 * added.
 */
export async function fillSlots(
  ctx: Context,
  accountId: string,
  times: readonly Time[],
): Promise<Result<number, SlotsRefusal>> {
  requireRole(ctx, "manager");
  await requireKnown(ctx, accountId, []);
  let added = 0;
  const saved = await save(ctx, { accountId }, (before) => {
    const own = before.slots.filter((one) => one.accountId === accountId);
    const fresh = times.filter((time) => !own.some((one) => isSameTime(one, time)));
    if (own.length + fresh.length > mostSlots)
      return refused("too-many-slots", { most: mostSlots });
    added = fresh.length;
    const slots = fresh.map(({ weekday, time }) => ({ accountId, weekday, time, stageId: null }));
    return ok({ ...before, slots: [...before.slots, ...slots] });
  });
  return saved.ok ? ok(added) : saved;
}

/** Removes these slots; removes none if one of them does not exist. */
export async function removeSlots(
  ctx: Context,
  input: z.input<typeof removeSlotsInput>,
): Promise<Result<QueueSettings, SlotsRefusal>> {
  requireRole(ctx, "manager");
  const { accountId, weekdays, time } = removeSlotsInput.parse(input);
  const gone = weekdays.map((weekday) => ({ accountId, weekday, time }));
  await requireKnown(ctx, accountId, []);
  return save(ctx, { accountId }, (before) => {
    const missing = gone.find((slot) => !before.slots.some((one) => isSameSlot(one, slot)));
    if (missing) return refused("no-such-slot", { weekday: missing.weekday, time });
    const isGone = (one: Slot) => gone.some((slot) => isSameSlot(one, slot));
    return ok({ ...before, slots: before.slots.filter((one) => !isGone(one)) });
  });
}

/**
 * Pauses or resumes an account's queue. A paused queue offers no places; posts that are already planned are
 * still sent.
 */
export async function pauseQueue(
  ctx: Context,
  input: z.input<typeof pauseQueueInput>,
): Promise<Result<QueueSettings, SlotsRefusal>> {
  requireRole(ctx, "manager");
  const { accountId, isPaused } = pauseQueueInput.parse(input);
  await requireKnown(ctx, accountId, []);
  return save(ctx, { accountId }, (before) =>
    ok({ ...before, pausedAccountIds: withPause(before, accountId, isPaused) }),
  );
}

function save(
  ctx: Context,
  of: { readonly since?: number | undefined; readonly accountId: string },
  change: (before: QueueSettings) => Result<QueueSettings, SlotsRefusal>,
): Promise<Result<QueueSettings, SlotsRefusal>> {
  return ctx.transact((tx) => saveQueueSettings(tx, ctx, { ...of, change }));
}

async function requireKnown(
  ctx: Context,
  accountId: string,
  slots: readonly Pick<Slot, "stageId">[],
): Promise<void> {
  const [accounts, stages] = await Promise.all([listAccounts(ctx), listStages(ctx)]);
  if (!accounts.some(({ id }) => id === accountId)) throw new NotFound("account", accountId);
  for (const { stageId } of slots)
    if (stageId !== null && !stages.some(({ id }) => id === stageId))
      throw new NotFound("stage", stageId);
}

type Time = Pick<Slot, "weekday" | "time">;

function isSameTime(one: Time, other: Time): boolean {
  return one.weekday === other.weekday && one.time === other.time;
}

function isSameSlot(one: Time & { accountId: string }, other: Time & { accountId: string }) {
  return one.accountId === other.accountId && isSameTime(one, other);
}

function withPause({ pausedAccountIds }: QueueSettings, accountId: string, isPaused: boolean) {
  const rest = pausedAccountIds.filter((id) => id !== accountId);
  return isPaused ? [...rest, accountId] : rest;
}
