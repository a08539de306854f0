import { suggestShoutOuts } from "../advocacy/suggest-shout-outs.ts";
import type { Context } from "../kernel/context.ts";
import { deriveWorkspace } from "./derive-due.ts";

/** Derives these people at once: journey, complaint case and suggested shout-outs. */
export async function settlePeople(ctx: Context, personIds: readonly string[]): Promise<void> {
  await deriveWorkspace(ctx, { only: personIds });
  await suggestShoutOuts(ctx);
}
