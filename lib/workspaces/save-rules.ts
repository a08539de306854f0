import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { listMetFields, refuseChanged } from "./changed-since.ts";
import { defaultJourneySettings, type JourneySettings } from "./journey-settings.ts";
import { lockWorkspace, updateWorkspace } from "./workspace-repository.ts";

type Rules = Pick<JourneySettings, "changed" | "own">;

/**
 * Saves the rules that `edit` returns, within a transaction. Refused if somebody changed the same rule after
 * `since`.
 */
export async function saveRules<Refusal extends string>(
  tx: Tx,
  ctx: Context,
  since: number | undefined,
  edit: (
    before: Rules,
  ) => Result<{ readonly rules: Rules; readonly fields: readonly string[] }, Refusal>,
): Promise<Result<Rules, Refusal | "changed-since">> {
  const workspace = await lockWorkspace(tx, ctx.workspaceId);
  const before = workspace.settings.journey ?? defaultJourneySettings;
  const edited = edit(before);
  if (!edited.ok) return edited;
  const { rules, fields } = edited.value;
  if (since !== undefined) {
    const met = await listMetFields(tx, ctx, { ...workspace, since, fields });
    if (met.length > 0) return refuseChanged(tx, ctx, workspace, { since });
  }
  const version = workspace.version + 1;
  const settings = { ...workspace.settings, journey: { ...before, ...rules } };
  await updateWorkspace(tx, ctx.workspaceId, { version, settings });
  await record(tx, ctx, "workspace.changed", ctx.workspaceId, { fields: [...fields], version });
  return ok(rules);
}
