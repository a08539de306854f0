import type { Session } from "../contract/connector.ts";
import type { CollectOutcome } from "../contract/outcome.ts";
import type { Json, RemoteTouchpoint } from "../contract/remote.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import { afterPage, isKnown, lowerEnd, readCursor, type Cursor } from "./cursor.ts";
import { touchpointOf } from "./touchpoint.ts";
import { notification, notificationsAnswer, type Notification } from "./wire.ts";

const pageSize = "100";

export async function collect(session: Session, stored: Json): Promise<CollectOutcome> {
  const cursor = readCursor(stored);
  const page = cursor.walk?.page;
  const answer = await callAs(session, {
    method: "app.bsky.notification.listNotifications",
    shape: notificationsAnswer,
    params: { limit: pageSize, ...(page ? { cursor: page } : {}) },
  });
  if (answer.kind !== "ok") return unread(answer);

  const listed = answer.value.notifications.flatMap((one): Notification[] => {
    const read = notification.safeParse(one);
    return read.success ? [read.data] : [];
  });
  const end = lowerEnd(cursor, session.now());
  const isAtEnd = listed.some(({ indexedAt }) => new Date(indexedAt) < end);
  const next = isAtEnd ? undefined : answer.value.cursor;
  const seen = listed.map(({ uri, indexedAt }) => ({ uri, at: indexedAt }));
  return {
    kind: "collected",
    touchpoints: newIn(cursor, listed, end, session.account.remoteId),
    cursor: afterPage(cursor, seen, next),
    hasMore: next !== undefined,
  };
}

function newIn(
  cursor: Cursor,
  listed: readonly Notification[],
  end: Date,
  ourDid: string,
): RemoteTouchpoint[] {
  const found = new Map<string, RemoteTouchpoint>();
  for (const one of listed) {
    // On the first page even what claims to be old is news: somebody imported it just now.
    const isInReach = cursor.walk === null || new Date(one.indexedAt) >= end;
    if (!isInReach || isKnown(cursor, one.uri)) continue;
    const touchpoint = touchpointOf(one, ourDid);
    if (touchpoint && !found.has(one.uri)) found.set(one.uri, touchpoint);
  }
  return [...found.values()];
}
