import { suggestShoutOuts } from "../advocacy/suggest-shout-outs.ts";
import type { Context } from "../kernel/context.ts";
import { deriveWorkspace } from "./derive-due.ts";

/** What follows for people who were merged or parted, at once: their journey, and whom to thank. */
export async function settleMerged(ctx: Context, personIds: readonly string[]): Promise<void> {
  await deriveWorkspace(ctx, { only: personIds });
  await suggestShoutOuts(ctx);
}
