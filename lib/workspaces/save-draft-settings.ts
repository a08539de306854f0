import { isDeepStrictEqual } from "node:util";

import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { listMetFields, refuseChanged } from "./changed-since.ts";
import { defaultDraftSettings, type DraftSettings } from "./draft-settings.ts";
import { lockWorkspace, updateWorkspace } from "./workspace-repository.ts";

/** Part of a transaction. Where somebody else changed the tone or a sentence meanwhile, the second is asked. */
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
    // All sentences are sent together: whatever of them somebody else changed would be lost.
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
    // PostgreSQL gives the keys back in an order of its own.
    ...(isDeepStrictEqual(before.own, after.own) ? [] : ["drafts.own"]),
  ];
}
