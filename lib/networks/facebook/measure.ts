import type { MeasureOutcome } from "../contract/outcome.ts";
import type { Published, RemoteMetrics } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import type { GraphAnswer } from "../kit/graph-call.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import type { FacebookSettings } from "./settings.ts";
import { kindFields, oneComment, onePost, type PostAnswer } from "./wire.ts";

/** Reads the counts, one call per post: in a batch, one deleted post would fail the whole call. */
export async function measure(
  session: Session,
  settings: FacebookSettings,
  published: readonly Published[],
): Promise<MeasureOutcome> {
  const measured: RemoteMetrics[] = [];
  for (const { remoteId } of published) {
    const isPost = remoteId.startsWith(`${session.account.remoteId}_`);
    const answer = await (isPost ? countPost : countComment)(session, settings, remoteId);
    if (answer.kind === "ok") measured.push(answer.value);
    // The post is gone or may not be read: continue with the others.
    else if (answer.kind !== "refused") return unread(answer);
  }
  return { kind: "measured", metrics: measured };
}

async function countPost(
  session: Session,
  settings: FacebookSettings,
  remoteId: string,
): Promise<GraphAnswer<RemoteMetrics>> {
  const path = `/${encodeURIComponent(remoteId)}`;
  const call = { path, params: { fields: kindFields }, shape: onePost };
  const answer = await callAs(session, settings, call);
  if (answer.kind !== "ok") return answer;
  const { reactions, angry, sad, comments, shares } = answer.value;
  const value = {
    remoteId,
    likes: totalOf(reactions) - totalOf(angry) - totalOf(sad),
    reposts: shares?.count ?? 0,
    replies: totalOf(comments),
    quotes: 0,
  };
  return { kind: "ok", value };
}

function totalOf(counted: PostAnswer["reactions"]): number {
  return counted?.summary?.total_count ?? 0;
}

async function countComment(
  session: Session,
  settings: FacebookSettings,
  remoteId: string,
): Promise<GraphAnswer<RemoteMetrics>> {
  const path = `/${encodeURIComponent(remoteId)}`;
  const call = { path, params: { fields: "id,like_count,comment_count" }, shape: oneComment };
  const answer = await callAs(session, settings, call);
  if (answer.kind !== "ok") return answer;
  const { like_count: likes = 0, comment_count: replies = 0 } = answer.value;
  return { kind: "ok", value: { remoteId, likes, reposts: 0, replies, quotes: 0 } };
}
