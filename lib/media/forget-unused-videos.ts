import { record } from "../events/record.ts";
import { systemContext, type Runtime } from "../kernel/context.ts";
import type { Medium } from "./medium.ts";
import { countUses, deleteMediumRows } from "./repository.ts";
import { deletePieces, listGivenUp, listVideosBefore } from "./video-repository.ts";

const dayMs = 86_400_000;
/** How long an unused video is kept, because its post may still be written. */
const keptDays = 30;

/** Deletes videos that are not used, and unfinished uploads, because they take much space. */
export async function forgetUnusedVideos(runtime: Runtime): Promise<void> {
  const now = runtime.clock.now().getTime();
  for (const at of await listGivenUp(runtime.db, new Date(now - dayMs)))
    await systemContext(runtime, at.workspaceId).transact((tx) => deletePieces(tx, at));
  const before = new Date(now - keptDays * dayMs);
  for (let after = ""; ;) {
    const videos = await listVideosBefore(runtime.db, before, after);
    for (const medium of videos) await forgetUnlessUsed(runtime, medium);
    const last = videos.at(-1);
    if (!last) return;
    after = last.id;
  }
}

async function forgetUnlessUsed(runtime: Runtime, medium: Medium): Promise<void> {
  const ctx = systemContext(runtime, medium.workspaceId);
  await ctx.transact(async (tx) => {
    if ((await countUses(tx, medium.workspaceId, medium.id)) > 0) return;
    await deleteMediumRows(tx, medium);
    await record(tx, ctx, "media.deleted", medium.id, { fileName: medium.fileName });
  });
}
