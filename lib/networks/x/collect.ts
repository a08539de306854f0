import type { CollectOutcome } from "../contract/outcome.ts";
import type { Json, RemoteTouchpoint } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { unread } from "../kit/read-failure.ts";
import { afterMentions, dayOf, readCursor, sinceId, withCost, type Cursor } from "./cursor.ts";
import { growthOf, priceFor, readList, sizeFor } from "./engagement-lists.ts";
import type { Failure } from "./failure.ts";
import { moment, readPosts } from "./listing.ts";
import type { XSettings } from "./settings.ts";
import { mentionOf } from "./touchpoint.ts";

/** How far back a newly connected account is read, and how old posts may be whose reactions are read. */
export const reachMs = 7 * 24 * 60 * 60_000;
const leastPosts = 5;
const mostPosts = 100;

/**
 * Makes one request of a round. If today's budget for reading is used up, the cursor stays until tomorrow.
 */
export async function collect(
  session: Session,
  settings: XSettings,
  stored: Json,
): Promise<CollectOutcome> {
  const cursor = readCursor(stored, session.now());
  const left = settings.readingPerDay - cursor.spent.usdMicros;
  switch (cursor.stage) {
    case "mentions":
      return collectMentions(session, settings, cursor, left);
    case "posts":
      return countPosts(session, settings, cursor, left);
    case "deeds":
      return collectLists(session, settings, cursor, left);
  }
}

async function collectMentions(
  session: Session,
  settings: XSettings,
  cursor: Cursor,
  left: number,
): Promise<CollectOutcome> {
  const size = affordable(left, settings.reading.ownPost);
  if (size < leastPosts) return paused(cursor);
  const { remoteId, handle } = session.account;
  const answer = await readPosts(session, settings, {
    path: `users/${remoteId}/mentions`,
    params: { max_results: String(size), ...reachOf(session, cursor) },
    expansions: ["author", "references"],
  });
  if (answer.kind === "refused" && cursor.walk) return anew(cursor);
  if (answer.kind !== "ok") return failed(answer);
  const { data, includes, meta } = answer.value;
  const people = includes?.users ?? [];
  const touchpoints = data
    .filter(({ id, author_id: author }) => author !== remoteId && !cursor.known.includes(id))
    .map((post) => mentionOf(settings.web, post, handle, people));
  const next = afterMentions(
    cursor,
    data.map(({ id }) => id),
    meta?.next_token,
  );
  return went(next, touchpoints, data.length * settings.reading.ownPost, answer.restUntil);
}

/**
 * X refuses a page token. The walk restarts once at the mark; if that fails too, the round continues without
 * mentions.
 */
function anew(cursor: Cursor): CollectOutcome {
  if (cursor.isAnew) return went({ ...cursor, stage: "posts", walk: null, isAnew: false }, [], 0);
  return { ...went({ ...cursor, walk: null, isAnew: true }, [], 0), hasMore: true };
}

function reachOf(session: Session, { mark, walk }: Cursor): Record<string, string> {
  const from = mark
    ? { since_id: sinceId(mark) }
    : { start_time: moment(new Date(session.now().getTime() - reachMs)) };
  return walk ? { ...from, pagination_token: walk.token } : from;
}

/**
 * Reads the counts of recent posts, which show which lists are worth reading. X charges a post once a day.
 */
async function countPosts(
  session: Session,
  settings: XSettings,
  cursor: Cursor,
  left: number,
): Promise<CollectOutcome> {
  const { ownPost } = settings.reading;
  const size = affordable(left, ownPost);
  if (size < leastPosts) return paused(cursor);
  const since = new Date(session.now().getTime() - reachMs);
  const answer = await readPosts(session, settings, {
    path: `users/${session.account.remoteId}/tweets`,
    params: { max_results: String(size), start_time: moment(since), exclude: "retweets" },
    expansions: [],
  });
  if (answer.kind !== "ok") return failed(answer);
  const posts = answer.value.data;
  const day = dayOf(session.now());
  const paid = posts.filter(({ id }) => cursor.counts[id]?.day !== day).length;
  const { counts, todo } = growthOf(cursor, posts, day);
  const stage = todo.length > 0 ? "deeds" : "mentions";
  return went({ ...cursor, counts, todo, stage }, [], paid * ownPost, answer.restUntil);
}

async function collectLists(
  session: Session,
  settings: XSettings,
  cursor: Cursor,
  left: number,
): Promise<CollectOutcome> {
  const [next, ...others] = cursor.todo;
  if (!next) return went({ ...cursor, stage: "mentions" }, [], 0);
  const price = priceFor(next.kind, settings.reading);
  const size = sizeFor(next, Math.floor(left / price));
  if (size === undefined) return paused(cursor);
  const answer = await readList(session, settings, next, size);
  const isClosed = answer.kind === "refused" || answer.kind === "not-for-tools";
  if (answer.kind !== "ok" && !isClosed) return failed(answer);
  const { touchpoints, read } = answer.kind === "ok" ? answer.value : { touchpoints: [], read: 0 };
  const was = cursor.counts[next.postId];
  const counts = was
    ? { ...cursor.counts, [next.postId]: { ...was, [next.kind]: next.count } }
    : cursor.counts;
  const stage = others.length > 0 ? "deeds" : "mentions";
  const after: Cursor = { ...cursor, counts, todo: others, stage };
  return went(
    after,
    touchpoints,
    read * price,
    answer.kind === "ok" ? answer.restUntil : undefined,
  );
}

function affordable(left: number, price: number): number {
  return Math.min(mostPosts, Math.floor(left / Math.max(price, 1)));
}

/** Returns the outcome of one request. A round ends when its next stage is `mentions` again. */
function went(
  cursor: Cursor,
  touchpoints: RemoteTouchpoint[],
  cost: number,
  restUntil?: Date,
): Extract<CollectOutcome, { kind: "collected" }> {
  const after = withCost(cursor, cost);
  const hasMore = after.stage !== "mentions" || after.walk !== null;
  const rest = restUntil ? { restUntil } : {};
  return { kind: "collected", touchpoints, cursor: after, hasMore, cost, ...rest };
}

function paused(cursor: Cursor): CollectOutcome {
  return { kind: "collected", touchpoints: [], cursor, hasMore: false };
}

function failed(failure: Failure): CollectOutcome {
  return failure.kind === "out-of-credit" ? failure : unread(failure);
}
