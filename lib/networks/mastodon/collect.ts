import type { CollectOutcome } from "../contract/outcome.ts";
import type { Json, RemoteTouchpoint } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { nextInLink } from "../kit/next-link.ts";
import { unread } from "../kit/read-failure.ts";
import { abandoned, afterPage, isNews, reachesEnd, type Seen } from "../kit/walk.ts";
import { callAs } from "./call.ts";
import { newerThan, readCursor, type Cursor } from "./cursor.ts";
import { threadsOf, type Threads } from "./thread.ts";
import { collectedTypes, touchpointOf } from "./touchpoint.ts";
import { listAnswer, listed, notification } from "./wire.ts";

const pageSize = "40";

/**
 * Reads one page, starting with the newest. `min_id` is not used, because servers sort by it differently and
 * their ids differ in meaning.
 */
export async function collect(session: Session, stored: Json): Promise<CollectOutcome> {
  const cursor = readCursor(stored);
  const answer = await callAs(session, {
    path: "/api/v1/notifications",
    shape: listAnswer,
    params: { limit: pageSize, "types[]": collectedTypes, max_id: cursor.walk?.page },
  });
  if (answer.kind === "refused" && cursor.walk)
    return { kind: "collected", touchpoints: [], cursor: abandoned(cursor), hasMore: false };
  if (answer.kind !== "ok") return unread(answer);

  const now = session.now();
  const seen = answer.value.flatMap(seenIn);
  const { newer, isMet } = newerThan(cursor, seen);
  const isEnd = isMet || reachesEnd(cursor, newer, now);
  const next = isEnd ? undefined : pageBelow(answer.headers, newer);
  const after = afterPage(cursor, seen, next);
  const threads = threadsOf(session);
  const ids = new Set(newer.map(({ id }) => id));
  const touchpoints = await newIn(session, threads, cursor, answer.value, ids);
  const restUntil = threads.restUntil() ?? answer.restUntil;
  return {
    kind: "collected",
    touchpoints,
    cursor: after.walk === null ? withoutSince(after) : after,
    hasMore: after.walk !== null,
    ...(restUntil && { restUntil }),
  };
}

/** Returns the next older page, from the server's `Link` header if there is one, else from the last id. */
function pageBelow(headers: Headers, seen: readonly Seen[]): string | undefined {
  const link = headers.get("link");
  return link === null ? seen.at(-1)?.id : nextInLink(link, "max_id");
}

function withoutSince({ mark, known, walk }: Cursor): Cursor {
  return { mark, known, walk };
}

function seenIn(entry: unknown): Seen[] {
  const read = listed.safeParse(entry).data;
  return read ? [{ id: read.id, at: read.created_at }] : [];
}

/** Returns the new touchpoints of a page, oldest first. */
async function newIn(
  session: Session,
  threads: Threads,
  cursor: Cursor,
  entries: readonly unknown[],
  newer: ReadonlySet<string>,
): Promise<RemoteTouchpoint[]> {
  const found = new Map<string, RemoteTouchpoint>();
  for (const entry of entries.toReversed()) {
    const read = notification.safeParse(entry).data;
    if (!read || !newer.has(read.id)) continue;
    if (!isNews(cursor, { id: read.id, at: read.created_at }, session.now())) continue;
    const touchpoint = touchpointOf(read, session);
    if (touchpoint) found.set(touchpoint.remoteId, await threads.placed(read, touchpoint));
  }
  return [...found.values()];
}
