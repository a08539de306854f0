import type { Context } from "../kernel/context.ts";
import { bringForward } from "./collection-repository.ts";

/** Plans the next collection of these accounts for now: something was published, connected or reported. */
export async function collectSoon(ctx: Context, accountIds: readonly string[]): Promise<void> {
  await ctx.transact((tx) => bringForward(tx, ctx.workspaceId, accountIds, ctx.clock.now()));
}
