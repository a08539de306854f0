import type { CollectOutcome } from "../contract/outcome.ts";
import type { Json, RemoteTouchpoint } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { unread } from "../kit/read-failure.ts";
import {
  abandoned,
  afterPage,
  isKnown,
  isNews,
  reachesEnd,
  readWalk,
  type WalkCursor,
} from "../kit/walk.ts";
import { callAs } from "./call.ts";
import { nextPage } from "./next-page.ts";
import { touchpointOf } from "./touchpoint.ts";
import { notification, notificationsAnswer, type Notification } from "./wire.ts";

const pageSize = "100";

export async function collect(session: Session, stored: Json): Promise<CollectOutcome> {
  const cursor = readWalk(stored);
  const page = cursor.walk?.page;
  const answer = await callAs(session, {
    method: "app.bsky.notification.listNotifications",
    shape: notificationsAnswer,
    params: { limit: pageSize, ...(page ? { cursor: page } : {}) },
  });
  if (answer.kind === "refused" && cursor.walk)
    return { kind: "collected", touchpoints: [], cursor: abandoned(cursor), hasMore: false };
  if (answer.kind !== "ok") return unread(answer);

  const listed = answer.value.notifications.flatMap((one): Notification[] => {
    const read = notification.safeParse(one);
    return read.success ? [read.data] : [];
  });
  const seen = listed.map(seenIn);
  const isAtEnd = reachesEnd(cursor, seen, session.now());
  const next = isAtEnd ? undefined : nextPage(answer.value.cursor, seen);
  const after = afterPage(cursor, seen, next);
  return {
    kind: "collected",
    touchpoints: newIn(session, cursor, listed),
    cursor: after,
    hasMore: after.walk !== null,
  };
}

function seenIn({ uri, indexedAt }: Notification) {
  return { id: uri, at: indexedAt };
}

function newIn(
  session: Session,
  cursor: WalkCursor,
  listed: readonly Notification[],
): RemoteTouchpoint[] {
  // On the first page even old entries count as new: posts with an old date may have been imported just now.
  const isFirst = cursor.walk === null;
  const found = new Map<string, RemoteTouchpoint>();
  for (const one of listed) {
    const isNew = isFirst ? !isKnown(cursor, one.uri) : isNews(cursor, seenIn(one), session.now());
    const touchpoint = isNew ? touchpointOf(one, session.account.remoteId) : undefined;
    if (touchpoint && !found.has(touchpoint.remoteId)) found.set(touchpoint.remoteId, touchpoint);
  }
  return [...found.values()];
}
