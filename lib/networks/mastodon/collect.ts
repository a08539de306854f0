import type { Session } from "../connector.ts";
import type { CollectOutcome } from "../outcome.ts";
import { unread } from "../reading.ts";
import type { Json, RemoteTouchpoint } from "../remote.ts";
import { callAs } from "./call.ts";
import {
  afterPage,
  isBeforeOurTime,
  isEnd,
  isKnown,
  placeOf,
  readFrom,
  type Place,
  type Seen,
} from "./place.ts";
import { collectedTypes, touchpointOf } from "./touchpoint.ts";
import { listAnswer, listed, notification } from "./wire.ts";

const pageSize = "80";

export async function collect(session: Session, cursor: Json): Promise<CollectOutcome> {
  const place = placeOf(cursor);
  const answer = await callAs(session, {
    path: "/api/v1/notifications",
    shape: listAnswer,
    params: { limit: pageSize, "types[]": collectedTypes, ...readFrom(place) },
  });
  if (answer.kind !== "ok") return unread(answer);

  const now = session.now();
  const seen = answer.value.flatMap(seenIn);
  const { restUntil } = answer;
  return {
    kind: "collected",
    touchpoints: newIn(session, place, answer.value),
    cursor: afterPage(place, seen, now),
    hasMore: !isEnd(place, seen, now),
    ...(restUntil && { restUntil }),
  };
}

function seenIn(entry: unknown): Seen[] {
  const read = listed.safeParse(entry).data;
  if (!read) return [];
  return [{ id: read.id, at: read.created_at ? new Date(read.created_at) : undefined }];
}

/** Oldest first, as they happened. */
function newIn(session: Session, place: Place, entries: readonly unknown[]): RemoteTouchpoint[] {
  const now = session.now();
  return entries.toReversed().flatMap((entry): RemoteTouchpoint[] => {
    const read = notification.safeParse(entry).data;
    if (!read || isKnown(place, read.id)) return [];
    const seen = { id: read.id, at: new Date(read.created_at) };
    if (place.isFirst && isBeforeOurTime(seen, now)) return [];
    const touchpoint = touchpointOf(read, session);
    return touchpoint ? [touchpoint] : [];
  });
}
