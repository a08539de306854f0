import type { ReplyTarget } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { parseAtAddress } from "./at-address.ts";
import { callAs } from "./call.ts";
import { type Answer } from "./exchange.ts";
import { postsAnswer, replyRef } from "./wire.ts";

type Reply = ReturnType<typeof replyRef.parse>;

/**
 * Checks that the post to reply to exists, because the server accepts replies to deleted posts, which nobody
 * sees.
 */
export async function checkReplyTarget(
  session: Session,
  target: ReplyTarget | undefined,
): Promise<Answer<Reply | undefined>> {
  if (!target) return { kind: "ok", value: undefined };
  const reply = replyRef.parse(target);
  // The post is our own, for example the previous part of a thread: the AppView may not have indexed it yet.
  if (parseAtAddress(reply.parent.uri)?.repo === session.account.remoteId)
    return { kind: "ok", value: reply };
  const params = { uris: [reply.parent.uri] };
  const answer = await callAs(session, {
    method: "app.bsky.feed.getPosts",
    shape: postsAnswer,
    params,
  });
  if (answer.kind !== "ok") return answer;
  if (answer.value.posts.length > 0) return { kind: "ok", value: reply };
  return { kind: "refused", code: "reply-target-gone", detail: reply.parent.uri };
}
