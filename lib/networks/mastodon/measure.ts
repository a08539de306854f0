import type { MeasureOutcome } from "../contract/outcome.ts";
import type { Published, RemoteMetrics } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs, type Answer } from "./call.ts";
import { listAnswer, status, type StatusAnswer } from "./wire.ts";

const postsPerCall = 20;

export async function measure(
  session: Session,
  published: readonly Published[],
): Promise<MeasureOutcome> {
  const metrics: RemoteMetrics[] = [];
  for (let first = 0; first < published.length; first += postsPerCall) {
    const ids = published.slice(first, first + postsPerCall).map(({ remoteId }) => remoteId);
    const answer = await statusesOf(session, ids);
    if (answer.kind !== "ok") return unread(answer);
    metrics.push(...answer.value.map(countsOf));
  }
  return { kind: "measured", metrics };
}

/** Reads several posts in one call (Mastodon 4.3 and later), else one by one. */
async function statusesOf(
  session: Session,
  ids: readonly string[],
): Promise<Answer<StatusAnswer[]>> {
  const path = "/api/v1/statuses";
  const together = await callAs(session, { path, shape: listAnswer, params: { "id[]": ids } });
  if (together.kind === "ok") return { ...together, value: readable(together.value) };
  return together.kind === "refused" || together.kind === "unknown"
    ? oneByOne(session, ids)
    : together;
}

async function oneByOne(session: Session, ids: readonly string[]): Promise<Answer<StatusAnswer[]>> {
  const found: unknown[] = [];
  for (const id of ids) {
    const path = `/api/v1/statuses/${encodeURIComponent(id)}`;
    const answer = await callAs(session, { path, shape: status });
    if (answer.kind === "ok") found.push(answer.value);
    else if (answer.kind !== "refused") return answer;
  }
  return { kind: "ok", value: readable(found), status: 200, headers: new Headers() };
}

function readable(entries: readonly unknown[]): StatusAnswer[] {
  return entries.flatMap((entry) => status.safeParse(entry).data ?? []);
}

function countsOf(post: StatusAnswer): RemoteMetrics {
  return {
    remoteId: post.id,
    likes: post.favourites_count ?? 0,
    reposts: post.reblogs_count ?? 0,
    replies: post.replies_count ?? 0,
    quotes: post.quotes_count ?? 0,
  };
}
