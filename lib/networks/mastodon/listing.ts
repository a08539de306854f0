import type { Session } from "../contract/session.ts";
import { pageBack } from "../kit/page-back.ts";
import { callAs, type Read } from "./call.ts";
import type { Failure } from "./failure.ts";
import { ownId } from "./token.ts";
import { listAnswer, listed, status, type StatusAnswer } from "./wire.ts";

export interface Listing {
  readonly kind: "ok";
  /** Newest first, without posts from before the requested time. */
  readonly statuses: readonly StatusAnswer[];
  /** The listing reaches back past the requested time, and all its entries could be read. */
  readonly isComplete: boolean;
}

const pageSize = 40;
const mostPages = 10;
/** Tolerance for small clock differences that remain after the correction by the `Date` header. */
const slackMs = 60_000;

/**
 * Returns our own posts since an instant by our clock. The server's clock may differ; its `Date` header shows
 * by how much.
 */
export async function listOwn(session: Session, since: Date): Promise<Listing | Failure> {
  let isReadable = true;
  const listing = await pageBack<StatusAnswer, Failure>(mostPages, async (below) => {
    const answer = await readPage(session, below);
    if (answer.kind !== "ok") return answer;
    const from = since.getTime() + skewOf(answer.headers, session.now()) - slackMs;
    const { statuses, isReadable: isAllRead, isPast, last } = readEntries(answer.value, from);
    isReadable &&= isAllRead;
    return { kind: "ok", entries: statuses, next: last, isPast };
  });
  if (listing.kind !== "ok") return listing;
  const { entries: statuses, isComplete } = listing;
  return { kind: "ok", statuses, isComplete: isComplete && isReadable };
}

function readPage(session: Session, below: string | undefined): Promise<Read<unknown[]> | Failure> {
  return callAs(session, {
    path: `/api/v1/accounts/${encodeURIComponent(ownId(session.credentials))}/statuses`,
    shape: listAnswer,
    params: { limit: String(pageSize), exclude_reblogs: "true", max_id: below },
  });
}

/** Reports entries that cannot be parsed, because one of them might be the post that is searched for. */
function readEntries(page: readonly unknown[], from: number) {
  const places = page.map((entry) => listed.safeParse(entry).data);
  const inReach = page.filter((_entry, index) => !isBefore(places[index]?.created_at, from));
  const statuses = inReach.flatMap((entry) => status.safeParse(entry).data ?? []);
  return {
    statuses,
    isReadable: statuses.length === inReach.length,
    isPast: places.some((place) => isBefore(place?.created_at, from)),
    last: places.at(-1)?.id,
  };
}

function isBefore(at: string | undefined, instant: number): boolean {
  return at !== undefined && Date.parse(at) < instant;
}

function skewOf(headers: Headers, now: Date): number {
  const theirs = Date.parse(headers.get("date") ?? "");
  return Number.isFinite(theirs) ? theirs - now.getTime() : 0;
}
