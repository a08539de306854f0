import type { MeasureOutcome } from "../contract/outcome.ts";
import type { Published, RemoteMetrics } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import type { LinkedInSettings } from "./settings.ts";
import { mayRead } from "./token.ts";
import { encodeUrn } from "./urn.ts";
import { statistics } from "./wire.ts";

const kinds = { share: "shares", ugcPost: "ugcPosts" } as const;

/**
 * Reads the counts of a page's posts, one call per kind of post. A member's counts are not available to apps
 * like this one, and comments have none.
 */
export async function measure(
  session: Session,
  settings: LinkedInSettings,
  published: readonly Published[],
): Promise<MeasureOutcome> {
  const metrics: RemoteMetrics[] = [];
  if (!mayRead(session)) return { kind: "measured", metrics };
  const page = encodeUrn(session.account.remoteId);
  for (const [kind, parameter] of Object.entries(kinds)) {
    const ids = published
      .map(({ remoteId }) => remoteId)
      .filter((id) => id.startsWith(`urn:li:${kind}:`));
    if (ids.length === 0) continue;
    const list = `List(${ids.map(encodeUrn).join(",")})`;
    const answer = await callAs(session, settings, {
      path: `/rest/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=${page}&${parameter}=${list}`,
      restli: "FINDER",
      shape: statistics,
    });
    // Reading counts needs a role that posting does not need.
    if (answer.kind !== "ok" && answer.isDenied) continue;
    if (answer.kind !== "ok") return unread(answer);
    for (const { share, ugcPost, totalShareStatistics: counts } of answer.value.elements) {
      const remoteId = share ?? ugcPost;
      const { likeCount: likes, shareCount: reposts, commentCount: replies } = counts;
      if (remoteId) metrics.push({ remoteId, likes, reposts, replies, quotes: 0 });
    }
  }
  return { kind: "measured", metrics };
}
