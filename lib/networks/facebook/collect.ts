import type { CollectOutcome } from "../contract/outcome.ts";
import type { Json, RemoteTouchpoint } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { unread } from "../kit/read-failure.ts";
import { afterPage, isNews, reachesEnd, type Seen, type WalkCursor } from "../kit/walk.ts";
import { callAs } from "./call.ts";
import {
  afterReactions,
  afterWalk,
  readCursor,
  walkOf,
  withPosts,
  unreadable,
  type Cursor,
} from "./cursor.ts";
import { readList } from "./read-list.ts";
import type { FacebookSettings } from "./settings.ts";
import { commentOn, reactionOn } from "./touchpoint.ts";
import { commentFields, commentList, countFields, postList, reactionList } from "./wire.ts";

/** How long after its publication a post's comments and reactions are collected. */
const reachMs = 28 * 24 * 60 * 60_000;
const pageSize = "50";
const mostKnown = 500;
/** Reactions that are not kind; they are not collected as likes. */
const unkind = new Set(["ANGRY", "SAD"]);

type Collected = Extract<CollectOutcome, { kind: "collected" }>;

/** Makes one request of a round, as the stored cursor says. */
export async function collect(
  session: Session,
  settings: FacebookSettings,
  stored: Json,
): Promise<CollectOutcome> {
  const cursor = readCursor(stored);
  switch (cursor.stage) {
    case "posts":
      return collectPosts(session, settings, cursor);
    case "comments":
      return collectComments(session, settings, cursor);
    case "reactions":
      return collectReactions(session, settings, cursor);
    case "lists":
      return collectList(session, settings, cursor);
  }
}

async function collectPosts(
  session: Session,
  settings: FacebookSettings,
  cursor: Cursor,
): Promise<CollectOutcome> {
  const path = `/${session.account.remoteId}/published_posts`;
  const params = { fields: countFields, limit: pageSize };
  const answer = await callAs(session, settings, { path, params, shape: postList });
  if (answer.kind !== "ok") return unread(answer);
  const now = session.now().getTime();
  const since = now - reachMs;
  const recent = answer.value.data
    .filter(({ created_time: at }) => at === undefined || Date.parse(at) >= since)
    .map(({ id, created_time: at, updated_time: updated = "", comments, reactions }) => ({
      id,
      postedAt: at === undefined ? now : Date.parse(at),
      updated,
      comments: comments?.summary?.total_count ?? 0,
      reactions: reactions?.summary?.total_count ?? 0,
    }));
  return went(withPosts(cursor, recent, now), [], answer.restUntil);
}

async function collectComments(
  session: Session,
  settings: FacebookSettings,
  cursor: Cursor,
): Promise<CollectOutcome> {
  const [post = ""] = cursor.commented;
  const before = walkOf(cursor, post);
  const answer = await callAs(session, settings, {
    path: `/${encodeURIComponent(post)}/comments`,
    params: {
      fields: commentFields,
      filter: "stream",
      order: "reverse_chronological",
      limit: pageSize,
      after: before.walk?.page,
    },
    shape: commentList,
  });
  // The post was deleted in the meantime: continue with the next post.
  if (answer.kind === "refused") return went(unreadable(cursor, post), []);
  if (answer.kind !== "ok") return unread(answer);
  const { data, next } = answer.value;
  const told = newIn(session, before, data).flatMap(
    (comment) => commentOn(post, comment, session.account.remoteId) ?? [],
  );
  const walk = afterRead(session, before, data.map(seenAs), next);
  return went(afterWalk(cursor, post, walk), told, answer.restUntil);
}

/**
 * Collects the reactions of one post. Facebook names the people to the page only, and often not all of them.
 */
async function collectReactions(
  session: Session,
  settings: FacebookSettings,
  cursor: Cursor,
): Promise<CollectOutcome> {
  const [post = { id: "", count: 0 }] = cursor.reacted;
  const known = cursor.reactions[post.id]?.known ?? [];
  const answer = await callAs(session, settings, {
    path: `/${encodeURIComponent(post.id)}/reactions`,
    params: { fields: "id,name,type", limit: "100" },
    shape: reactionList,
  });
  if (answer.kind === "refused") return went(afterReactions(cursor, post, known), []);
  if (answer.kind !== "ok") return unread(answer);
  const fresh = answer.value.data.filter(
    ({ id, type = "" }) =>
      !known.includes(id) && id !== session.account.remoteId && !unkind.has(type),
  );
  const all = [...fresh.map(({ id }) => id), ...known].slice(0, mostKnown);
  const told = fresh.map((person) => reactionOn(post.id, person, session.now()));
  return went(afterReactions(cursor, post, all), told, answer.restUntil);
}

async function collectList(
  session: Session,
  settings: FacebookSettings,
  cursor: Cursor,
): Promise<CollectOutcome> {
  const [list = "tagged"] = cursor.rest;
  const before = walkOf(cursor, list);
  const answer = await readList(session, settings, list, before.walk?.page);
  // Some lists need permissions that Meta grants after a review only: skip such a list for this round.
  if (answer.kind === "refused") return went(unreadable(cursor, list), []);
  if (answer.kind !== "ok") return unread(answer);
  const { entries, next } = answer.value;
  const told = entries
    .filter(({ seen }) => isNews(before, seen, session.now()))
    .toReversed()
    .flatMap(({ touchpoint }) => touchpoint ?? []);
  const seen = entries.map((entry) => entry.seen);
  return went(afterWalk(cursor, list, afterRead(session, before, seen, next)), told);
}

/** Returns the new entries, oldest first. */
function newIn<Entry extends { id: string; created_time?: string | undefined }>(
  session: Session,
  walk: WalkCursor,
  data: readonly Entry[],
): Entry[] {
  return data.filter((one) => isNews(walk, seenAs(one), session.now())).toReversed();
}

function afterRead(
  session: Session,
  walk: WalkCursor,
  seen: readonly Seen[],
  next: string | undefined,
): WalkCursor {
  const isEnd = seen.length === 0 || reachesEnd(walk, seen, session.now());
  return afterPage(walk, seen, isEnd ? undefined : next);
}

function seenAs({ id, created_time: at }: { id: string; created_time?: string | undefined }): Seen {
  return { id, at };
}

function went(cursor: Cursor, touchpoints: RemoteTouchpoint[], restUntil?: Date): Collected {
  const rest = restUntil ? { restUntil } : {};
  return { kind: "collected", touchpoints, cursor, hasMore: cursor.stage !== "posts", ...rest };
}
