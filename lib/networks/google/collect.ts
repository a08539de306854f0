import type { CollectOutcome } from "../contract/outcome.ts";
import type { Json, RemoteTouchpoint } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { unread } from "../kit/read-failure.ts";
import { abandoned, afterPage, isNews, reachesEnd, readWalk, type Seen } from "../kit/walk.ts";
import { callAs } from "./call.ts";
import type { GoogleSettings } from "./settings.ts";
import { credentialsIn } from "./token.ts";
import { reviewList, type ReviewAnswer } from "./wire.ts";

/** Reads one page of reviews, most recently changed first. */
export async function collect(
  session: Session,
  settings: GoogleSettings,
  stored: Json,
): Promise<CollectOutcome> {
  const before = readWalk(stored);
  const answer = await callAs(session, settings, {
    path: `/v4/${credentialsIn(session.credentials).place}/reviews`,
    params: { pageSize: "50", orderBy: "updateTime desc", pageToken: before.walk?.page },
    shape: reviewList,
  });
  if (answer.kind === "refused" && before.walk)
    return { kind: "collected", touchpoints: [], cursor: abandoned(before), hasMore: false };
  if (answer.kind !== "ok") return unread(answer);
  const { reviews, nextPageToken } = answer.value;
  const now = session.now();
  const touchpoints = reviews
    .filter((review) => isNews(before, seenAs(review), now))
    .toReversed()
    .flatMap((review) => touchpointOf(review) ?? []);
  const seen = reviews.map(seenAs);
  const isEnd = reviews.length === 0 || reachesEnd(before, seen, now);
  const cursor = afterPage(before, seen, isEnd ? undefined : nextPageToken || undefined);
  return { kind: "collected", touchpoints, cursor, hasMore: cursor.walk !== null };
}

/**
 * Identifies a review by name and change time, so a changed review is reported again under the same review
 * id.
 */
function seenAs({ name, createTime, updateTime = createTime }: ReviewAnswer): Seen {
  return { id: `${name} ${updateTime}`, at: updateTime };
}

const stars = ["ONE", "TWO", "THREE", "FOUR", "FIVE"];

/**
 * Converts a review. Google gives no id of its author; a person reviews a place only once, so the review's id
 * is used.
 */
function touchpointOf(review: ReviewAnswer): RemoteTouchpoint | undefined {
  const { name, reviewId, reviewer, starRating = "", createTime, comment = "" } = review;
  const at = new Date(createTime);
  if (Number.isNaN(at.getTime())) return undefined;
  const { displayName, profilePhotoUrl: avatarUrl, isAnonymous } = reviewer;
  const text = originalOf(comment);
  const rating = stars.indexOf(starRating) + 1;
  return {
    remoteId: reviewId,
    type: "review",
    at,
    person: {
      remoteId: `review/${reviewId}`,
      ...(!isAnonymous && displayName && { displayName }),
      ...(!isAnonymous && avatarUrl && { avatarUrl }),
    },
    replyTarget: { root: { name }, parent: { name } },
    ...(text && { text }),
    ...(rating > 0 && { stars: rating }),
  };
}

/** Returns the text without Google's translation, which may stand before or after the original. */
function originalOf(comment: string): string {
  const [, after] = comment.split(/\(Original\)\s*/);
  if (after !== undefined) return after.trim();
  return (comment.split(/\s*\(Translated by Google\)/)[0] ?? "").trim();
}
