import { setTimeout as sleep } from "node:timers/promises";

import { suggestShoutOuts } from "../advocacy/suggest-shout-outs.ts";
import type { Context } from "../kernel/context.ts";
import { deriveWorkspace, type Progress } from "./derive-due.ts";
import { paceOfProcess } from "./pace.ts";
import { listDue } from "./repository.ts";

const waitMs = 200;

/**
 * Returns when everything in the workspace is derived, except logs that failed, and shout-outs are suggested,
 * also if other processes take part. For commands, which have their process to themselves.
 */
export async function deriveEverything(
  ctx: Context,
  onProgress: (progress: Progress) => void = () => {},
): Promise<void> {
  for (;;) {
    const people = await deriveWorkspace(ctx, { pace: await paceOfProcess(ctx), onProgress });
    const left = await listDue(ctx.db, ctx.workspaceId, ctx.clock.now(), 1);
    if (left.length === 0) break;
    if (people === 0) await sleep(waitMs);
  }
  await suggestShoutOuts(ctx);
}
