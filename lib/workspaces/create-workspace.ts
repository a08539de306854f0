import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Runtime } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { newWorkspaceInput, type NewWorkspaceInput } from "./input.ts";
import { insertMembership } from "./member-repository.ts";
import { freeSlug } from "./slug.ts";
import { stagesUnder } from "./stage-choice.ts";
import { insertWorkspace, listSlugs } from "./workspace-repository.ts";
import { defaultSettings, type Workspace } from "./workspace.ts";

/** Creates a workspace with the stages of its template; `userId` becomes its owner. */
export async function createWorkspace(
  runtime: Runtime,
  userId: string,
  input: NewWorkspaceInput,
): Promise<Result<Workspace, never>> {
  return runtime.transact(async (tx) => ok(await insertNewWorkspace(tx, runtime, userId, input)));
}

/** The same, within a transaction. */
export async function insertNewWorkspace(
  tx: Tx,
  runtime: Runtime,
  userId: string,
  input: NewWorkspaceInput,
): Promise<Workspace> {
  const { name, timeZone, stageTemplate, isSample } = newWorkspaceInput.parse(input);
  const now = runtime.clock.now();
  const workspace: Workspace = {
    id: runtime.newId(),
    slug: freeSlug(name, await listSlugs(tx)),
    name,
    timeZone,
    stageTemplate,
    settings: defaultSettings,
    isSample,
    version: 1,
    createdAt: now,
  };
  const at = { workspaceId: workspace.id, newId: () => runtime.newId() };
  const lanes = stagesUnder({ template: stageTemplate }, at, []);
  await insertWorkspace(tx, workspace, lanes);
  await insertMembership(tx, {
    id: runtime.newId(),
    workspaceId: workspace.id,
    userId,
    role: "owner",
    createdAt: now,
  });
  const ctx = {
    ...runtime,
    workspaceId: workspace.id,
    actor: { id: userId, role: "owner" as const },
  };
  await record(tx, ctx, "workspace.created", workspace.id, { name });
  return workspace;
}
