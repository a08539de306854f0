import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { defaultJourneySettings, type JourneySettings } from "./journey-settings.ts";
import { lockWorkspace, updateWorkspace } from "./workspace-repository.ts";

/** Part of a transaction: what is absent stays. */
export async function saveJourneySettings(
  tx: Tx,
  ctx: Context,
  change: Partial<JourneySettings>,
): Promise<JourneySettings> {
  const { settings, version: before } = await lockWorkspace(tx, ctx.workspaceId);
  const journey = { ...(settings.journey ?? defaultJourneySettings), ...change };
  const version = before + 1;
  await updateWorkspace(tx, ctx.workspaceId, { version, settings: { ...settings, journey } });
  const fields = ["journey"];
  await record(tx, ctx, "workspace.changed", ctx.workspaceId, { fields, version });
  return journey;
}
