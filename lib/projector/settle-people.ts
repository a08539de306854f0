import { suggestShoutOuts } from "../advocacy/suggest-shout-outs.ts";
import type { Context } from "../kernel/context.ts";
import { deriveWorkspace } from "./derive-due.ts";

/** What follows for these people, at once: their journey, their case, and whom to thank. */
export async function settlePeople(ctx: Context, personIds: readonly string[]): Promise<void> {
  await deriveWorkspace(ctx, { only: personIds });
  await suggestShoutOuts(ctx);
}
