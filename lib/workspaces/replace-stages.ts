import { isDeepStrictEqual } from "node:util";

import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { listMetFields, refuseChanged } from "./changed-since.ts";
import type { QueueSettings } from "./queue-settings.ts";
import { faultIn, stagesUnder, type StageChoice, type StagesRefusal } from "./stage-choice.ts";
import { stageFor, type Stage } from "./stage.ts";
import { findStages, lockWorkspace, saveStages, updateWorkspace } from "./workspace-repository.ts";
import type { Workspace } from "./workspace.ts";

/** Maps each old stage's id to the same stage or, if it is gone, to the nearest new one. */
export function crosswalkOf(
  before: readonly Stage[],
  after: readonly Stage[],
): ReadonlyMap<string, Stage> {
  return new Map(
    before.flatMap(({ id, key }) => {
      const to = after.find((stage) => stage.id === id) ?? stageFor(key, after);
      return to ? [[id, to] as const] : [];
    }),
  );
}

/**
 * Replaces the stages, within a transaction, and returns the map of `crosswalkOf`. Refused if somebody
 * changed the stages or a stage's name after `version`.
 */
export async function replaceStages(
  tx: Tx,
  ctx: Context,
  {
    version: since,
    choice,
  }: { readonly version?: number | undefined; readonly choice: StageChoice },
): Promise<Result<ReadonlyMap<string, Stage>, StagesRefusal | "changed-since">> {
  const workspace = await lockWorkspace(tx, ctx.workspaceId);
  const before = await findStages(tx, ctx.workspaceId);
  const fault = faultIn(choice, before);
  if (fault) return refused(fault.refusal, { stage: fault.stage });
  const after = stagesUnder(choice, ctx, before);
  const crosswalk = crosswalkOf(before, after);
  // Nothing changed: the request was repeated because its answer was lost.
  if (workspace.stageTemplate === choice.template && isDeepStrictEqual(before, after))
    return ok(crosswalk);
  if (since !== undefined) {
    const fields = ["stageTemplate", ...before.map(({ id }) => `stageNames.${id}`)];
    const met = await listMetFields(tx, ctx, { ...workspace, since, fields });
    if (met.length > 0) return refuseChanged(tx, ctx, workspace, { since });
  }
  await saveStages(tx, ctx.workspaceId, choice.template, after);
  const version = workspace.version + 1;
  const { queue } = workspace.settings;
  const settings = {
    ...workspace.settings,
    plan: planAfter(workspace, before, crosswalk),
    ...(queue && { queue: queueAfter(queue, crosswalk) }),
  };
  await updateWorkspace(tx, ctx.workspaceId, { version, settings });
  const fields = ["stageTemplate"];
  await record(tx, ctx, "workspace.changed", ctx.workspaceId, { fields, version });
  return ok(crosswalk);
}

/** Moves slots for a stage to its successor. */
function queueAfter(queue: QueueSettings, crosswalk: ReadonlyMap<string, Stage>): QueueSettings {
  const slots = queue.slots.map((slot) => ({
    ...slot,
    stageId: slot.stageId && (crosswalk.get(slot.stageId)?.id ?? null),
  }));
  return { ...queue, slots };
}

/** Adds the posts planned for a stage to the plan of its successor. */
function planAfter(
  { settings: { plan } }: Workspace,
  before: readonly Stage[],
  crosswalk: ReadonlyMap<string, Stage>,
): Record<string, number> {
  const after: Record<string, number> = {};
  for (const { id, key } of before) {
    const to = crosswalk.get(id)?.key ?? key;
    const posts = (after[to] ?? 0) + (plan[key] ?? 0);
    if (posts > 0) after[to] = Math.min(200, posts);
  }
  return after;
}
