import type { z } from "zod";

import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { NotFound } from "../kernel/errors.ts";
import { ok, type Result } from "../kernel/result.ts";
import { listMetFields, refuseChanged } from "./changed-since.ts";
import { changeWorkspaceInput, type ChangeWorkspaceInput } from "./input.ts";
import { requireRole } from "./require-role.ts";
import type { Stage } from "./stage.ts";
import { findStages, lockWorkspace, renameStage, updateWorkspace } from "./workspace-repository.ts";
import { changedSettings, type Workspace } from "./workspace.ts";

/**
 * Changes the given settings and keeps the rest. The slug never changes, so that links stay valid.
 * Simultaneous changes of different fields are both kept; of the same field, the second is refused and gets
 * the current value.
 */
export async function changeWorkspace(
  ctx: Context,
  input: ChangeWorkspaceInput,
): Promise<Result<Workspace, "changed-since">> {
  requireRole(ctx, "manager");
  const change = changeWorkspaceInput.parse(input);
  return ctx.transact((tx) => keepWorkspace(tx, ctx, change));
}

/** Locks the workspace, within a transaction, and returns its time zone. */
export async function lockTimeZone(tx: Tx, ctx: Context): Promise<string> {
  return (await lockWorkspace(tx, ctx.workspaceId)).timeZone;
}

/** The same as `changeWorkspace`, within a transaction. */
export async function keepWorkspace(
  tx: Tx,
  ctx: Context,
  { version, ...change }: z.output<typeof changeWorkspaceInput>,
): Promise<Result<Workspace, "changed-since">> {
  const before = await lockWorkspace(tx, ctx.workspaceId);
  const stages = await findStages(tx, ctx.workspaceId);
  requireKnown(stages, Object.keys(change.stageNames ?? {}));
  const is = fieldsOf({ ...before, stageNames: namesOf(stages) });
  const wanted = fieldsOf(change);
  const fields = Object.keys(wanted).filter((field) => wanted[field] !== valueOf(is, field));
  if (fields.length === 0) return ok(before);
  const since = version ?? before.version;
  const met = await listMetFields(tx, ctx, { ...before, since, fields });
  if (met.length > 0) {
    const theirs = Object.fromEntries(met.map((field) => [field, valueOf(is, field)]));
    return refuseChanged(tx, ctx, before, { since, theirs });
  }
  return ok(await store(tx, ctx, before, { change, fields }));
}

async function store(
  tx: Tx,
  ctx: Context,
  before: Workspace,
  { change, fields }: { readonly change: Change; readonly fields: string[] },
): Promise<Workspace> {
  const changed = {
    name: change.name ?? before.name,
    timeZone: change.timeZone ?? before.timeZone,
    settings: changedSettings(before.settings, change.settings ?? {}),
    version: before.version + 1,
  };
  await updateWorkspace(tx, ctx.workspaceId, changed);
  for (const [stageId, name] of Object.entries(change.stageNames ?? {}))
    await renameStage(tx, ctx.workspaceId, stageId, name || null);
  const { version } = changed;
  await record(tx, ctx, "workspace.changed", ctx.workspaceId, { fields, version });
  return { ...before, ...changed };
}

type Change = Omit<z.output<typeof changeWorkspaceInput>, "version">;

type Fields = Readonly<Record<string, string | number>>;

/** Flattens a change to field paths as in the input: `settings.lateMinutes`, `stageNames.<id>`. */
function fieldsOf({
  name,
  timeZone,
  settings: { plan, ...settings } = {},
  stageNames,
}: Change): Fields {
  const all = {
    name,
    timeZone,
    ...under("settings.", settings),
    ...under("settings.plan.", plan ?? {}),
    ...under("stageNames.", stageNames ?? {}),
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])),
  );
}

/** Returns a field's value; a stage without a plan has 0 posts planned. */
function valueOf(fields: Fields, field: string): string | number {
  return fields[field] ?? (field.startsWith("settings.plan.") ? 0 : "");
}

function under<Value>(prefix: string, values: Readonly<Record<string, Value>>) {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [`${prefix}${field}`, value]),
  );
}

function namesOf(stages: readonly Stage[]): Record<string, string> {
  return Object.fromEntries(stages.map(({ id, name }) => [id, name ?? ""]));
}

function requireKnown(stages: readonly Stage[], stageIds: readonly string[]): void {
  const unknown = stageIds.find((id) => !stages.some((stage) => stage.id === id));
  if (unknown !== undefined) throw new NotFound("stage", unknown);
}
