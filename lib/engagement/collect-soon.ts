import type { Context } from "../kernel/context.ts";
import { bringForward } from "./collection-repository.ts";

/** Something went out, or was connected: look at these accounts at once and not at their next turn. */
export async function collectSoon(ctx: Context, accountIds: readonly string[]): Promise<void> {
  await ctx.transact((tx) => bringForward(tx, ctx.workspaceId, accountIds, ctx.clock.now()));
}
