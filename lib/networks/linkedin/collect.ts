import type { CollectOutcome } from "../contract/outcome.ts";
import type { Json, RemoteTouchpoint } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import {
  afterNews,
  isKnown,
  pageSize,
  readCursor,
  windowStart,
  type Cursor,
  type Todo,
} from "./cursor.ts";
import type { Failure } from "./failure.ts";
import { commentsPath } from "./request.ts";
import type { LinkedInSettings } from "./settings.ts";
import { mayRead } from "./token.ts";
import { likeOf, postIn, readComment, touchpointIn } from "./touchpoint.ts";
import { encodeUrn } from "./urn.ts";
import { comments, notifications, reactions, type NotificationAnswer } from "./wire.ts";

/** Largest offset to read in a list, even if LinkedIn says that more follows. */
const deepest = 5_000;
const actions = ["COMMENT", "LIKE", "SHARE", "SHARE_MENTION", "COMMENT_MENTION"];

/**
 * Makes one request of a round: a page of notifications, or the likes or comments of a post that they named.
 * LinkedIn limits the number of calls, so notifications are asked for at intervals, and other lists only
 * because of them. For a member's posts nothing can be read.
 */
export async function collect(
  session: Session,
  settings: LinkedInSettings,
  stored: Json,
): Promise<CollectOutcome> {
  const cursor = readCursor(stored);
  const [next] = cursor.todo;
  if (!mayRead(session)) return collected(cursor, [], false);
  if (next && !cursor.window) return readTodo(session, settings, cursor, next);
  const now = session.now().getTime();
  const isTooSoon = !cursor.window && now - cursor.askedAt < settings.readEveryMs;
  return isTooSoon ? collected(cursor, [], false) : readNews(session, settings, cursor);
}

async function readNews(
  session: Session,
  settings: LinkedInSettings,
  cursor: Cursor,
): Promise<CollectOutcome> {
  const { end, start } = cursor.window ?? { end: session.now().getTime(), start: 0 };
  const page = encodeUrn(session.account.remoteId);
  const since = windowStart(cursor, end);
  const range = `(start:${since},end:${end})`;
  const answer = await callAs(session, settings, {
    path: `/rest/organizationalEntityNotifications?q=criteria&organizationalEntity=${page}&actions=List(${actions.join(",")})&timeRange=${range}&start=${start}&count=${pageSize}`,
    restli: "FINDER",
    shape: notifications,
  });
  if (answer.kind !== "ok")
    return isClosed(answer, cursor)
      ? collected({ ...cursor, window: null, askedAt: end }, [], false)
      : unread(answer);
  const { elements, paging } = answer.value;
  const seen = elements.map((one) => ({ id: momentOf(one), at: one.lastModifiedAt }));
  const news = elements.filter((one) => !isKnown(cursor, momentOf(one)));
  const hasLink = paging?.links?.some(({ rel }) => rel === "next");
  const hasMore = start < deepest && (hasLink ?? elements.length >= pageSize);
  const after = afterNews(cursor, end, {
    seen,
    hasMore,
    todo: news.flatMap((one) => todoOf(one, since)),
  });
  return collected(after, touchpointsIn(session, settings, news));
}

/**
 * Whether to end the round quietly: the sign-in may not read, or LinkedIn refused a page of an unfinished
 * window. The next window starts from the beginning.
 */
function isClosed(failure: Failure, { window }: Cursor): boolean {
  return failure.isDenied === true || (failure.kind === "refused" && window !== null);
}

/** Returns the touchpoints of the notifications, oldest first. */
function touchpointsIn(
  { account }: Session,
  settings: LinkedInSettings,
  news: readonly NotificationAnswer[],
): RemoteTouchpoint[] {
  const found = new Map<string, RemoteTouchpoint>();
  for (const one of news.toSorted((a, b) => a.lastModifiedAt - b.lastModifiedAt)) {
    const touchpoint = touchpointIn(settings, one, account.remoteId);
    if (!touchpoint) continue;
    // A comment that mentions us is reported twice; the reply is kept, as it also names our post.
    const isAnswer = found.get(touchpoint.remoteId)?.type === "reply";
    if (!isAnswer) found.set(touchpoint.remoteId, touchpoint);
  }
  return [...found.values()];
}

/** Identifies a state of a notification: LinkedIn changes an existing one to add further likes. */
function momentOf({ notificationId, lastModifiedAt }: NotificationAnswer): string {
  return `${notificationId}@${lastModifiedAt}`;
}

/**
 * Returns what a notification does not contain: likes, and comments that it does not show. `since` is the
 * start of the window.
 */
function todoOf(news: NotificationAnswer, since: number): Todo[] {
  const post = postIn(news);
  const isHint =
    news.action === "LIKE" ||
    (news.action === "COMMENT" && !news.decoratedGeneratedActivity?.comment);
  if (!post || !isHint) return [];
  const kind = news.action === "LIKE" ? "likes" : "comments";
  return [{ post, kind, since, start: 0 }];
}

async function readTodo(
  session: Session,
  settings: LinkedInSettings,
  cursor: Cursor,
  next: Todo,
): Promise<CollectOutcome> {
  const done: Cursor = { ...cursor, todo: cursor.todo.slice(1) };
  const answer = await (next.kind === "likes" ? readLikes : readComments)(session, settings, next);
  if (answer.kind !== "ok") {
    // The post is gone, or its reactions may not be read: continue with the others.
    return answer.kind === "refused" || answer.isDenied ? collected(done, []) : unread(answer);
  }
  const goOn = { ...next, start: next.start + pageSize };
  const after =
    answer.hasMore && next.start < deepest ? { ...done, todo: [goOn, ...done.todo] } : done;
  const { remoteId: us } = session.account;
  const touchpoints = answer.touchpoints
    .filter(({ person, at }) => person.remoteId !== us && at.getTime() >= next.since)
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
  return collected(after, touchpoints);
}

type Read = Failure | { kind: "ok"; touchpoints: RemoteTouchpoint[]; hasMore: boolean };

async function readLikes(
  session: Session,
  settings: LinkedInSettings,
  { post, since, start }: Todo,
): Promise<Read> {
  const entity = `(entity:${encodeUrn(post)})`;
  const answer = await callAs(session, settings, {
    path: `/rest/reactions/${entity}?q=entity&sort=(value:REVERSE_CHRONOLOGICAL)&start=${start}&count=${pageSize}`,
    restli: "FINDER",
    shape: reactions,
  });
  if (answer.kind !== "ok") return answer;
  const { elements } = answer.value;
  const isPast = elements.some(({ created }) => created.time < since);
  const touchpoints = elements.map((one) => likeOf(settings, post, one));
  return { kind: "ok", touchpoints, hasMore: !isPast && elements.length >= pageSize };
}

async function readComments(
  session: Session,
  settings: LinkedInSettings,
  { post, start }: Todo,
): Promise<Read> {
  const path = `${commentsPath({ post })}?start=${start}&count=${pageSize}`;
  const answer = await callAs(session, settings, { path, shape: comments });
  if (answer.kind !== "ok") return answer;
  const { elements } = answer.value;
  const touchpoints = elements.map((one) => readComment(settings, post, one));
  return { kind: "ok", touchpoints, hasMore: elements.length >= pageSize };
}

function collected(
  cursor: Cursor,
  touchpoints: RemoteTouchpoint[],
  hasMore = cursor.window !== null || cursor.todo.length > 0,
): CollectOutcome {
  return { kind: "collected", touchpoints, cursor, hasMore };
}
