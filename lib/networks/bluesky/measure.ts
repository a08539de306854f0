import type { MeasureOutcome } from "../contract/outcome.ts";
import type { Published, RemoteMetrics } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import { postsAnswer } from "./wire.ts";

const postsPerCall = 25;

export async function measure(
  session: Session,
  published: readonly Published[],
): Promise<MeasureOutcome> {
  const metrics: RemoteMetrics[] = [];
  for (let first = 0; first < published.length; first += postsPerCall) {
    const uris = published.slice(first, first + postsPerCall).map(({ remoteId }) => remoteId);
    const method = "app.bsky.feed.getPosts";
    const answer = await callAs(session, { method, shape: postsAnswer, params: { uris } });
    if (answer.kind !== "ok") return unread(answer);
    for (const post of answer.value.posts)
      metrics.push({
        remoteId: post.uri,
        likes: post.likeCount,
        reposts: post.repostCount,
        replies: post.replyCount,
        quotes: post.quoteCount,
      });
  }
  return { kind: "measured", metrics };
}
