import { z } from "zod";

import { version } from "../workspaces/input.ts";

const id = z.string().min(1).max(64);
const weekday = z.coerce.number().int().min(1).max(7);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const mostSlots = 60;

const slotTime = { weekday, time };
const stageId = z
  .string()
  .max(64)
  .transform((given) => given || null)
  .nullable()
  .default(null);

/** All slots of an account; slots that are not listed are removed. */
export const changeSlotsInput = z.object({
  version,
  accountId: id,
  slots: z.array(z.object({ ...slotTime, stageId })).max(mostSlots),
  isPaused: z.boolean().default(false),
});

/** A time on one or more weekdays. */
const slotTimes = { weekdays: z.array(weekday).min(1).max(7), time };

export const addSlotsInput = z.object({ accountId: id, ...slotTimes, stageId });
export const removeSlotsInput = z.object({ accountId: id, ...slotTimes });
export const bestSlotsInput = z.object({ accountId: id });
export const pauseQueueInput = z.object({ accountId: id, isPaused: z.boolean() });
