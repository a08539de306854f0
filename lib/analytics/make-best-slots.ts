import type { z } from "zod";

import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { fillSlots, type SlotsRefusal } from "../posts/change-slots.ts";
import type { bestSlotsInput } from "../posts/queue-input.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showBestTimes } from "./show-best-times.ts";

/** Adds the best hours as slots for any stage of an account; its existing slots stay. */
export async function makeBestSlots(
  ctx: Context,
  { accountId }: z.output<typeof bestSlotsInput>,
): Promise<Result<{ added: number }, SlotsRefusal | "no-best-times">> {
  requireRole(ctx, "manager");
  const { best, touchpoints, needed } = await showBestTimes(ctx);
  if (best.length === 0) return refused("no-best-times", { touchpoints, needed });
  const times = best.map(({ weekday, hour }) => ({
    weekday,
    time: `${String(hour).padStart(2, "0")}:00`,
  }));
  const added = await fillSlots(ctx, accountId, times);
  return added.ok ? ok({ added: added.value }) : added;
}
