import type { CollectOutcome } from "../contract/outcome.ts";
import type { Json, RemoteTouchpoint } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { unread } from "../kit/read-failure.ts";
import { afterPage, isNews, reachesEnd } from "../kit/walk.ts";
import { callAs } from "./call.ts";
import {
  afterComments,
  afterTags,
  readCursor,
  tagsWalk,
  withMedia,
  withoutMedia,
  withoutTags,
  type Cursor,
} from "./cursor.ts";
import type { InstagramSettings } from "./settings.ts";
import { replyOn, tagIn } from "./touchpoint.ts";
import { commentFields, commentList, mediaList } from "./wire.ts";

/** How long after its publication a post's comments are collected. */
const reachMs = 28 * 24 * 60 * 60_000;
const pageSize = "50";

/**
 * Makes one request of a round, as the stored cursor says. Instagram never names who likes, saves or shares.
 */
export async function collect(
  session: Session,
  settings: InstagramSettings,
  stored: Json,
): Promise<CollectOutcome> {
  const cursor = readCursor(stored);
  switch (cursor.stage) {
    case "media":
      return collectMedia(session, settings, cursor);
    case "comments":
      return collectComments(session, settings, cursor);
    case "tags":
      return collectTags(session, settings, cursor);
  }
}

async function collectMedia(
  session: Session,
  settings: InstagramSettings,
  cursor: Cursor,
): Promise<CollectOutcome> {
  const path = `/${session.account.remoteId}/media`;
  const params = { fields: "id,timestamp,comments_count", limit: pageSize };
  const answer = await callAs(session, settings, { path, params, shape: mediaList });
  if (answer.kind !== "ok") return unread(answer);
  const since = session.now().getTime() - reachMs;
  const recent = answer.value.data
    .filter(({ timestamp: at }) => at === undefined || Date.parse(at) >= since)
    .map(({ id, comments_count: count = 0 }) => ({ id, count }));
  return went(withMedia(cursor, recent), [], answer.restUntil);
}

async function collectComments(
  session: Session,
  settings: InstagramSettings,
  cursor: Cursor,
): Promise<CollectOutcome> {
  const [media] = cursor.todo;
  if (!media) return went({ ...cursor, stage: "tags" }, []);
  const answer = await callAs(session, settings, {
    path: `/${encodeURIComponent(media.id)}/comments`,
    params: { fields: commentFields, limit: pageSize, after: cursor.page ?? undefined },
    shape: commentList,
  });
  // The post was deleted in the meantime: continue with the next post.
  if (answer.kind === "refused")
    return cursor.page === null
      ? went(afterComments(cursor, media, [], undefined), [])
      : went(withoutMedia(cursor, media.id), []);
  if (answer.kind !== "ok") return unread(answer);
  const { data, next } = answer.value;
  const known = new Set(cursor.told[media.id]?.known);
  const all = data.flatMap((comment) => [
    { reply: comment, above: undefined },
    ...(comment.replies?.data ?? []).map((reply) => ({ reply, above: comment })),
  ]);
  const fresh = all.filter(({ reply }) => !known.has(reply.id));
  const { handle } = session.account;
  const told = fresh.flatMap(({ reply, above }) => replyOn(media.id, reply, above, handle) ?? []);
  const seen = fresh.map(({ reply }) => reply.id);
  return went(afterComments(cursor, media, seen, next), told.toReversed(), answer.restUntil);
}

async function collectTags(
  session: Session,
  settings: InstagramSettings,
  cursor: Cursor,
): Promise<CollectOutcome> {
  const before = tagsWalk(cursor);
  const path = `/${session.account.remoteId}/tags`;
  const fields = "id,caption,username,timestamp,permalink";
  const params = { fields, limit: pageSize, after: before.walk?.page };
  const answer = await callAs(session, settings, { path, params, shape: mediaList });
  // The permission is missing: end the round without the tags.
  if (answer.kind === "refused") return went(withoutTags(cursor), []);
  if (answer.kind !== "ok") return unread(answer);
  const { data, next } = answer.value;
  const seen = data.map(({ id, timestamp: at }) => ({ id, at }));
  const told = data
    .filter(({ id, timestamp: at }) => isNews(before, { id, at }, session.now()))
    .toReversed()
    .flatMap((media) => tagIn(media) ?? []);
  const isEnd = seen.length === 0 || reachesEnd(before, seen, session.now());
  const walk = afterPage(before, seen, isEnd ? undefined : next);
  return went(afterTags(cursor, walk), told, answer.restUntil);
}

function went(
  cursor: Cursor,
  touchpoints: RemoteTouchpoint[],
  restUntil?: Date,
): Extract<CollectOutcome, { kind: "collected" }> {
  const rest = restUntil ? { restUntil } : {};
  return { kind: "collected", touchpoints, cursor, hasMore: cursor.stage !== "media", ...rest };
}
