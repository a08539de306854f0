import { isDeepStrictEqual } from "node:util";

import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { listMetFields, refuseChanged } from "./changed-since.ts";
import { defaultQueueSettings, inWeekOrder, type QueueSettings } from "./queue-settings.ts";
import { findStages, lockWorkspace, updateWorkspace } from "./workspace-repository.ts";

export interface LockedQueue extends QueueSettings {
  readonly timeZone: string;
}

/**
 * Locks the workspace and returns its slots. Must be the first lock of the transaction; until it ends, nobody
 * else can change or assign a slot.
 */
export async function lockQueue(tx: Tx, ctx: Context): Promise<LockedQueue> {
  const { settings, timeZone } = await lockWorkspace(tx, ctx.workspaceId);
  return { ...(settings.queue ?? defaultQueueSettings), timeZone };
}

/**
 * Saves the slots of one account, within a transaction; `change` computes the new settings. Refused if
 * somebody changed the account's slots after `since`.
 */
export async function saveQueueSettings<Refusal extends string>(
  tx: Tx,
  ctx: Context,
  {
    since,
    accountId,
    change,
  }: {
    readonly since?: number | undefined;
    readonly accountId: string;
    readonly change: (before: QueueSettings) => Result<QueueSettings, Refusal>;
  },
): Promise<Result<QueueSettings, Refusal | "changed-since">> {
  const workspace = await lockWorkspace(tx, ctx.workspaceId);
  const before = workspace.settings.queue ?? defaultQueueSettings;
  const stageIds = new Set((await findStages(tx, ctx.workspaceId)).map(({ id }) => id));
  const changed = change(before);
  if (!changed.ok) return changed;
  const slots = inWeekOrder(changed.value.slots).map((slot) =>
    // If the stage was removed meanwhile, the slot is for any stage.
    slot.stageId && !stageIds.has(slot.stageId) ? { ...slot, stageId: null } : slot,
  );
  const queue = { ...changed.value, slots };
  // PostgreSQL returns JSON keys in another order.
  if (isDeepStrictEqual(queue, before)) return ok(before);
  const fields = [`queue.${accountId}`];
  if (since !== undefined) {
    const met = await listMetFields(tx, ctx, { ...workspace, since, fields });
    if (met.length > 0) return refuseChanged(tx, ctx, workspace, { since });
  }
  const version = workspace.version + 1;
  const settings = { ...workspace.settings, queue };
  await updateWorkspace(tx, ctx.workspaceId, { version, settings });
  await record(tx, ctx, "workspace.changed", ctx.workspaceId, { fields, version });
  return ok(queue);
}
