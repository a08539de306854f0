import { systemContext, type Context, type Runtime } from "../kernel/context.ts";
import { RefusedCommand } from "../transports/refused-command.ts";
import { listWorkspaceIds } from "../workspaces/list-workspace-ids.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";

/** Finds the workspace by id, slug or name; by default the only one. Commands act as its owner. */
export async function chooseWorkspace(
  runtime: Runtime,
  wanted: string | undefined,
): Promise<Context> {
  const ids = await listWorkspaceIds(runtime);
  const all = await Promise.all(ids.map((id) => showWorkspace(systemContext(runtime, id))));
  const [only, ...others] = wanted
    ? all.filter(({ id, slug, name }) => [id, slug, name].includes(wanted))
    : all;
  const slugs = all.map(({ slug }) => slug).join(", ");
  if (all.length === 0) throw new RefusedCommand("no-workspace");
  if (!only) throw new RefusedCommand("unknown-workspace", { wanted: wanted ?? "", slugs });
  if (others.length > 0) throw new RefusedCommand("several-workspaces", { slugs });
  return { ...runtime, workspaceId: only.id, actor: { id: "cli", role: "owner" } };
}
