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
  /** Days without a touchpoint after which a person is away. */
  silenceDays: days.optional(),
  /** Days after an order from which looking around starts a new round of the journey. */
  quietBuyerDays: days.optional(),
});

/** Changes the workspace's periods of silence and starts a rebuild of everything derived. */
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
