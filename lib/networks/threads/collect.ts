import type { CollectOutcome } from "../contract/outcome.ts";
import type { Json, RemoteTouchpoint } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { unread } from "../kit/read-failure.ts";
import { afterPage, isNews, reachesEnd, type Seen, type WalkCursor } from "../kit/walk.ts";
import { callAs } from "./call.ts";
import {
  withoutList,
  afterWalk,
  mentionsList,
  readCursor,
  walkOf,
  withPosts,
  type Cursor,
} from "./cursor.ts";
import type { ThreadsSettings } from "./settings.ts";
import { mentionIn, replyOn } from "./touchpoint.ts";
import { mentionFields, postList, replyFields, type PostAnswer, type PostList } from "./wire.ts";

/** How long after its publication a post's replies are collected. */
const reachMs = 14 * 24 * 60 * 60_000;
const pageSize = "50";
const mostOurs = 200;

/** Makes one request of a round, as the stored cursor says. Threads never names who likes or reposts. */
export async function collect(
  session: Session,
  settings: ThreadsSettings,
  stored: Json,
): Promise<CollectOutcome> {
  const cursor = readCursor(stored);
  switch (cursor.stage) {
    case "posts":
      return collectPosts(session, settings, cursor);
    case "replies":
      return collectReplies(session, settings, cursor);
    case "mentions":
      return collectMentions(session, settings, cursor);
  }
}

async function collectPosts(
  session: Session,
  settings: ThreadsSettings,
  cursor: Cursor,
): Promise<CollectOutcome> {
  const params = { fields: "id,timestamp,has_replies", limit: pageSize };
  const answer = await callAs(session, settings, { path: "/me/threads", params, shape: postList });
  if (answer.kind !== "ok") return unread(answer);
  const now = session.now().getTime();
  const recent = answer.value.data
    .map(({ id, timestamp: at, has_replies: has }) => {
      const postedAt = at === undefined ? now : Date.parse(at);
      return { id, postedAt, isAnswered: has !== false };
    })
    .filter(({ postedAt }) => postedAt >= now - reachMs);
  return went(withPosts(cursor, recent, now), [], answer.restUntil);
}

async function collectReplies(
  session: Session,
  settings: ThreadsSettings,
  cursor: Cursor,
): Promise<CollectOutcome> {
  const [root] = cursor.todo;
  if (root === undefined) return went({ ...cursor, stage: "mentions" }, []);
  const path = `/${encodeURIComponent(root)}/conversation`;
  const asked = { path, fields: replyFields, reverse: "true" };
  const answer = await readList(session, settings, walkOf(cursor, root), asked);
  // The post was deleted in the meantime: continue with the next post.
  if (answer.kind === "refused") return went(withoutList(cursor, root), []);
  if (answer.kind !== "ok") return unread(answer);
  const own = answer.value.data.filter((reply) => isOurs(reply, session)).map(({ id }) => id);
  const ours = [...new Set([...cursor.ours, ...own])].slice(0, mostOurs);
  const told = newIn(session, walkOf(cursor, root), answer.value).flatMap(
    (reply) => replyOn(root, reply, new Set(ours)) ?? [],
  );
  const walk = afterRead(session, walkOf(cursor, root), answer.value);
  return went(afterWalk({ ...cursor, ours }, root, walk), told, answer.restUntil);
}

async function collectMentions(
  session: Session,
  settings: ThreadsSettings,
  cursor: Cursor,
): Promise<CollectOutcome> {
  const before = walkOf(cursor, mentionsList);
  const asked = { path: "/me/mentions", fields: mentionFields };
  const answer = await readList(session, settings, before, asked);
  // Meta gives mentions to reviewed apps only: end the round without them.
  if (answer.kind === "refused") return went(withoutList(cursor, mentionsList), []);
  if (answer.kind !== "ok") return unread(answer);
  const told = newIn(session, before, answer.value).flatMap((post) => mentionIn(post) ?? []);
  const walk = afterRead(session, before, answer.value);
  return went(afterWalk(cursor, mentionsList, walk), told, answer.restUntil);
}

interface AskedList {
  readonly path: string;
  readonly fields: string;
  readonly reverse?: string;
}

/** Reads the next page of a list, newest first. */
function readList(
  session: Session,
  settings: ThreadsSettings,
  { walk }: WalkCursor,
  { path, ...asked }: AskedList,
) {
  const params = { ...asked, limit: pageSize, ...(walk && { after: walk.page }) };
  return callAs(session, settings, { path, params, shape: postList });
}

function isOurs({ is_reply_owned_by_me: isOwn, username }: PostAnswer, session: Session): boolean {
  return isOwn === true || username?.toLowerCase() === session.account.handle.toLowerCase();
}

/** Returns other people's new posts, oldest first. */
function newIn(session: Session, walk: WalkCursor, { data }: PostList): PostAnswer[] {
  return data
    .filter((post) => !isOurs(post, session) && isNews(walk, seenAs(post), session.now()))
    .toReversed();
}

function afterRead(session: Session, walk: WalkCursor, { data, paging }: PostList): WalkCursor {
  const seen = data.map(seenAs);
  const isEnd = data.length === 0 || reachesEnd(walk, seen, session.now());
  return afterPage(walk, seen, isEnd ? undefined : paging?.cursors?.after);
}

function seenAs({ id, timestamp: at }: PostAnswer): Seen {
  return { id, at };
}

function went(
  cursor: Cursor,
  touchpoints: RemoteTouchpoint[],
  restUntil?: Date,
): Extract<CollectOutcome, { kind: "collected" }> {
  const rest = restUntil ? { restUntil } : {};
  return { kind: "collected", touchpoints, cursor, hasMore: cursor.stage !== "posts", ...rest };
}
