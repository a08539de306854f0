import { z } from "zod";

import { allOrNothing } from "../kernel/all-or-nothing.ts";
import type { Context } from "../kernel/context.ts";
import type { Result } from "../kernel/result.ts";
import { version } from "../workspaces/input.ts";
import type { JourneySettings } from "../workspaces/journey-settings.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { saveJourneySettings } from "../workspaces/save-journey-settings.ts";
import { markRebuild } from "./rebuild.ts";

const days = z.coerce.number().int().min(7).max(730);

export const silenceInput = z.object({
  version,
  /** Whoever was silent for so long is away. */
  silenceDays: days.optional(),
  /** From so long after an order on, looking around is coming round again. */
  quietBuyerDays: days.optional(),
});

/** How long a silence is, for this workspace; everybody is read anew. */
export async function changeSilence(
  ctx: Context,
  input: z.input<typeof silenceInput>,
): Promise<Result<JourneySettings, "changed-since">> {
  requireRole(ctx, "manager");
  const { version: since, silenceDays, quietBuyerDays } = silenceInput.parse(input);
  const change = { ...(silenceDays && { silenceDays }), ...(quietBuyerDays && { quietBuyerDays }) };
  return allOrNothing(ctx, async (tx) => {
    const saved = await saveJourneySettings(tx, ctx, { since, change });
    if (saved.ok) await markRebuild(tx, ctx);
    return saved;
  });
}
