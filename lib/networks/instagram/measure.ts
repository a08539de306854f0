import type { MeasureOutcome } from "../contract/outcome.ts";
import type { Published, RemoteMetrics } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import { targetIn } from "./request.ts";
import type { InstagramSettings } from "./settings.ts";
import { oneMedia } from "./wire.ts";

/**
 * Reads likes and comments, one call per post. Shares are not read: Instagram reports them a day or two late
 * and in another call.
 */
export async function measure(
  session: Session,
  settings: InstagramSettings,
  published: readonly Published[],
): Promise<MeasureOutcome> {
  const measured: RemoteMetrics[] = [];
  for (const { remoteId, reference } of published) {
    const isComment = targetIn(reference).kind !== "media";
    const fields = isComment ? "id,like_count" : "id,like_count,comments_count";
    const path = `/${encodeURIComponent(remoteId)}`;
    const answer = await callAs(session, settings, { path, params: { fields }, shape: oneMedia });
    if (answer.kind === "ok") {
      const { like_count: likes = 0, comments_count: replies = 0 } = answer.value;
      measured.push({ remoteId, likes, reposts: 0, replies, quotes: 0 });
    }
    // The post is gone or may not be read: continue with the others.
    else if (answer.kind !== "refused") return unread(answer);
  }
  return { kind: "measured", metrics: measured };
}
