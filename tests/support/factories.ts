import type { Context } from "#lib/kernel/context";
import { stageTemplates } from "#lib/workspaces/stage";
import { defaultSettings } from "#lib/workspaces/workspace";
import { insertWorkspace } from "#lib/workspaces/workspace-repository";

import { testContext, type TestContext } from "./context.ts";

/** An owner's context in a workspace in Amsterdam with the five stages. */
export async function haveWorkspace(over: Partial<Context> = {}): Promise<TestContext> {
  const ctx = await testContext(over);
  await addWorkspace(ctx);
  return ctx;
}

export async function addWorkspace(ctx: Context): Promise<void> {
  const workspace = {
    id: ctx.workspaceId,
    slug: "noorderwol",
    name: "Noorderwol",
    timeZone: "Europe/Amsterdam",
    stageTemplate: "five-parts" as const,
    settings: defaultSettings,
    version: 1,
    isSample: false,
    createdAt: ctx.clock.now(),
  };
  const lanes = stageTemplates["five-parts"].map((stage, position) => ({
    ...stage,
    id: `stage-${stage.key}`,
    workspaceId: ctx.workspaceId,
    name: null,
    position,
  }));
  await ctx.transact((tx) => insertWorkspace(tx, workspace, lanes));
}
