import { z } from "zod";

import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { JourneySettings } from "../workspaces/journey-settings.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { saveJourneySettings } from "../workspaces/save-journey-settings.ts";
import { startRebuild } from "./rebuild.ts";

const days = z.coerce.number().int().min(7).max(730);

export const silenceInput = z.object({
  /** Whoever was silent for so long is away. */
  silenceDays: days.optional(),
  /** From so long after an order on, looking around is coming round again. */
  quietBuyerDays: days.optional(),
});

/** How long a silence is, for this workspace; everybody is read anew. */
export async function changeSilence(
  ctx: Context,
  input: z.input<typeof silenceInput>,
): Promise<Result<JourneySettings, never>> {
  requireRole(ctx, "manager");
  const { silenceDays, quietBuyerDays } = silenceInput.parse(input);
  const change = { ...(silenceDays && { silenceDays }), ...(quietBuyerDays && { quietBuyerDays }) };
  const journey = await ctx.transact((tx) => saveJourneySettings(tx, ctx, change));
  await startRebuild(ctx);
  return ok(journey);
}
