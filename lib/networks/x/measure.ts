import type { MeasureOutcome } from "../contract/outcome.ts";
import type { Published, RemoteMetrics } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { unread } from "../kit/read-failure.ts";
import { reachMs } from "./collect.ts";
import { readPosts } from "./listing.ts";
import { madeAt } from "./request.ts";
import type { XSettings } from "./settings.ts";

const postsPerCall = 100;

export async function measure(
  session: Session,
  settings: XSettings,
  published: readonly Published[],
): Promise<MeasureOutcome> {
  const metrics: RemoteMetrics[] = [];
  for (let first = 0; first < published.length; first += postsPerCall) {
    const ids = published.slice(first, first + postsPerCall).map(({ remoteId }) => remoteId);
    const params = { ids: ids.join(",") };
    const answer = await readPosts(session, settings, { path: "tweets", params, expansions: [] });
    if (answer.kind !== "ok") return unread(answer);
    for (const { id, public_metrics: counts } of answer.value.data)
      if (counts)
        metrics.push({
          remoteId: id,
          likes: counts.like_count,
          reposts: counts.repost_count ?? counts.retweet_count ?? 0,
          replies: counts.reply_count,
          quotes: counts.quote_count,
        });
  }
  // X charges a post once a day, and collecting already reads the posts of the last 7 days.
  const since = session.now().getTime() - reachMs;
  const older = metrics.filter(({ remoteId }) => madeAt(remoteId).getTime() < since).length;
  const cost = older * settings.reading.ownPost;
  return { kind: "measured", metrics, cost };
}
