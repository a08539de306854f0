import { isDeepStrictEqual } from "node:util";

import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { listMetFields, refuseChanged } from "./changed-since.ts";
import { defaultDraftSettings, type DraftSettings } from "./draft-settings.ts";
import { lockWorkspace, updateWorkspace } from "./workspace-repository.ts";

/**
 * Saves the settings for drafts, within a transaction. Refused if somebody changed the tone or a sentence
 * after `since`.
 */
export async function saveDraftSettings(
  tx: Tx,
  ctx: Context,
  since: number | undefined,
  drafts: DraftSettings,
): Promise<Result<DraftSettings, "changed-since">> {
  const workspace = await lockWorkspace(tx, ctx.workspaceId);
  const fields = changedFields(workspace.settings.drafts ?? defaultDraftSettings, drafts);
  if (fields.length === 0) return ok(drafts);
  if (since !== undefined) {
    // The sentences are saved as a whole, so a change of any of them by somebody else would be lost.
    const asked = { ...workspace, since, fields: ["drafts.tone", "drafts.own"] };
    const met = await listMetFields(tx, ctx, asked);
    if (met.length > 0) return refuseChanged(tx, ctx, workspace, { since });
  }
  const version = workspace.version + 1;
  const settings = { ...workspace.settings, drafts };
  await updateWorkspace(tx, ctx.workspaceId, { version, settings });
  await record(tx, ctx, "workspace.changed", ctx.workspaceId, { fields, version });
  return ok(drafts);
}

function changedFields(before: DraftSettings, after: DraftSettings): string[] {
  return [
    ...(before.tone === after.tone ? [] : ["drafts.tone"]),
    // PostgreSQL returns JSON keys in another order.
    ...(isDeepStrictEqual(before.own, after.own) ? [] : ["drafts.own"]),
  ];
}
