import { listStages } from "#lib/workspaces/list-stages";
import { findWorkspace, insertWorkspace } from "#lib/workspaces/workspace-repository";

import type { TestContext } from "./context.ts";

/** An owner's context in a second, later workspace on the same database, set up like the first. */
export async function haveNeighbour(ctx: TestContext): Promise<TestContext> {
  const first = await findWorkspace(ctx.db, ctx.workspaceId);
  const stages = await listStages(ctx);
  const createdAt = new Date(first.createdAt.getTime() + 1);
  await ctx.transact((tx) =>
    insertWorkspace(
      tx,
      { ...first, id: "workspace-2", slug: "zuiderwol", createdAt },
      stages.map((stage) => ({ ...stage, id: `${stage.id}-2`, workspaceId: "workspace-2" })),
    ),
  );
  return { ...ctx, workspaceId: "workspace-2" };
}
