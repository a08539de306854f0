import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { listMetFields, refuseChanged } from "./changed-since.ts";
import { defaultJourneySettings, type JourneySettings } from "./journey-settings.ts";
import { lockWorkspace, updateWorkspace } from "./workspace-repository.ts";

type Change = Partial<Pick<JourneySettings, "silenceDays" | "quietBuyerDays">>;

/**
 * Saves journey settings, within a transaction; absent values stay. Refused if somebody changed the same
 * value after `since`.
 */
export async function saveJourneySettings(
  tx: Tx,
  ctx: Context,
  { since, change }: { readonly since?: number | undefined; readonly change: Change },
): Promise<Result<JourneySettings, "changed-since">> {
  const workspace = await lockWorkspace(tx, ctx.workspaceId);
  const before = workspace.settings.journey ?? defaultJourneySettings;
  const names = Object.keys(change) as (keyof Change)[];
  const fields = names.filter((name) => change[name] !== before[name]);
  if (since !== undefined) {
    const met = await listMetFields(tx, ctx, { ...workspace, since, fields });
    const theirs = Object.fromEntries(met.map((name) => [name, before[name as keyof Change]]));
    if (met.length > 0) return refuseChanged(tx, ctx, workspace, { since, theirs });
  }
  const journey = { ...before, ...change };
  const version = workspace.version + 1;
  const settings = { ...workspace.settings, journey };
  await updateWorkspace(tx, ctx.workspaceId, { version, settings });
  await record(tx, ctx, "workspace.changed", ctx.workspaceId, { fields, version });
  return ok(journey);
}
