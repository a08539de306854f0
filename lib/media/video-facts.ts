import type { Db } from "../db/store.ts";
import { NotFound } from "../kernel/errors.ts";
import type { VideoFacts } from "../networks/contract/video.ts";
import { listVideoFacts } from "./video-repository.ts";

/** By id, as they were read from the files. An id that is no video of this workspace throws. */
export async function videoFactsOf(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, VideoFacts>> {
  const known = await listVideoFacts(db, workspaceId, ids);
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) throw new NotFound("video", unknown);
  return known;
}
