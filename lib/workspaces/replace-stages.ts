import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { templateStages, stageFor, type Stage } from "./stage.ts";
import { findStages, lockWorkspace, saveStages, updateWorkspace } from "./workspace-repository.ts";
import type { Workspace } from "./workspace.ts";

/** The stages under another template: what both have stays the same stage, with its name. */
export function stagesUnder(
  template: Workspace["stageTemplate"],
  { workspaceId, newId }: Pick<Context, "workspaceId" | "newId">,
  before: readonly Stage[],
): Stage[] {
  return templateStages(template).map((stage) => {
    const known = before.find(({ key }) => key === stage.key);
    return { ...stage, workspaceId, id: known?.id ?? newId(), name: known?.name ?? null };
  });
}

/** What becomes of each stage: itself, or the nearest that the new ones have. */
export function crosswalkOf(
  before: readonly Stage[],
  after: readonly Stage[],
): ReadonlyMap<string, Stage> {
  return new Map(
    before.flatMap(({ id, key }) => {
      const to = stageFor(key as Parameters<typeof stageFor>[0], after);
      return to ? [[id, to] as const] : [];
    }),
  );
}

export interface ReplacedStages {
  /** What became of each stage, by its id. */
  readonly crosswalk: ReadonlyMap<string, Stage>;
  /** Of the workspace, from now on. */
  readonly version: number;
}

/** Part of a transaction. */
export async function replaceStages(
  tx: Tx,
  ctx: Context,
  template: Workspace["stageTemplate"],
): Promise<ReplacedStages> {
  const workspace = await lockWorkspace(tx, ctx.workspaceId);
  const before = await findStages(tx, ctx.workspaceId);
  const after = stagesUnder(template, ctx, before);
  await saveStages(tx, ctx.workspaceId, template, after);
  const version = workspace.version + 1;
  await updateWorkspace(tx, ctx.workspaceId, { version });
  return { version, crosswalk: crosswalkOf(before, after) };
}
