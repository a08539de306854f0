import type { Db } from "../db/store.ts";
import { NotFound } from "../kernel/errors.ts";
import type { VideoFacts } from "../networks/contract/video.ts";
import { listVideoFacts } from "./video-repository.ts";

/** Returns the videos' properties by id. Throws NotFound for an id that is not a video of the workspace. */
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
