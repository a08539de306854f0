import type { Session } from "../contract/connector.ts";
import type { CollectOutcome } from "../contract/outcome.ts";
import type { Json, RemoteTouchpoint } from "../contract/remote.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import {
  afterPage,
  isBeforeOurTime,
  isEnd,
  isKnown,
  readCursor,
  readFrom,
  type Cursor,
  type Seen,
} from "./cursor.ts";
import { collectedTypes, touchpointOf } from "./touchpoint.ts";
import { listAnswer, listed, notification } from "./wire.ts";

const pageSize = "80";

export async function collect(session: Session, stored: Json): Promise<CollectOutcome> {
  const cursor = readCursor(stored);
  const answer = await callAs(session, {
    path: "/api/v1/notifications",
    shape: listAnswer,
    params: { limit: pageSize, "types[]": collectedTypes, ...readFrom(cursor) },
  });
  if (answer.kind !== "ok") return unread(answer);

  const now = session.now();
  const seen = answer.value.flatMap(seenIn);
  const { restUntil } = answer;
  return {
    kind: "collected",
    touchpoints: newIn(session, cursor, answer.value),
    cursor: afterPage(cursor, seen, now),
    hasMore: !isEnd(cursor, seen, now),
    ...(restUntil && { restUntil }),
  };
}

function seenIn(entry: unknown): Seen[] {
  const read = listed.safeParse(entry).data;
  if (!read) return [];
  return [{ id: read.id, at: read.created_at ? new Date(read.created_at) : undefined }];
}

/** Oldest first, as they happened. */
function newIn(session: Session, cursor: Cursor, entries: readonly unknown[]): RemoteTouchpoint[] {
  const now = session.now();
  return entries.toReversed().flatMap((entry): RemoteTouchpoint[] => {
    const read = notification.safeParse(entry).data;
    if (!read || isKnown(cursor, read.id)) return [];
    const seen = { id: read.id, at: new Date(read.created_at) };
    if (cursor.isFirst && isBeforeOurTime(seen, now)) return [];
    const touchpoint = touchpointOf(read, session);
    return touchpoint ? [touchpoint] : [];
  });
}
