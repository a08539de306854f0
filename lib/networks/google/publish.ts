import type { PublishOutcome } from "../contract/outcome.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { callAs } from "./call.ts";
import { manifest } from "./manifest.ts";
import { notAnswered, putReply } from "./reply.ts";
import { publishedPost, publishedReply, requestIn } from "./request.ts";
import type { GoogleSettings } from "./settings.ts";
import { credentialsIn } from "./token.ts";
import { postAnswer } from "./wire.ts";

const { timeoutMs } = manifest.outcome;

/** Publishes a post or reply. There is no idempotency key: after an unclear answer a post may exist. */
export async function publish(
  session: Session,
  settings: GoogleSettings,
  kept: JsonObject,
): Promise<PublishOutcome> {
  const request = requestIn(kept);
  if (request.kind === "reply") return publishReply(session, settings, request);
  const answer = await callAs(session, settings, {
    method: "POST",
    path: `/v4/${credentialsIn(session.credentials).place}/localPosts`,
    body: request.body as JsonObject,
    shape: postAnswer,
    timeoutMs,
  });
  if (answer.kind !== "ok") return answer;
  const { state, media = [] } = answer.value;
  if (state === "REJECTED")
    return { kind: "refused", code: "invalid", detail: "Google's own check rejected it." };
  const isShort = request.body["media"] !== undefined && media.length === 0;
  const missing = isShort ? { missing: ["without-its-pictures"] as const } : {};
  return { kind: "published", ...publishedPost(answer.value), ...missing };
}

async function publishReply(
  session: Session,
  settings: GoogleSettings,
  { review, text }: { readonly review: string; readonly text: string },
): Promise<PublishOutcome> {
  // Someone may have replied on Google since the request was prepared.
  const problem = await notAnswered(session, settings, review, text);
  if (problem) return problem;
  const answer = await putReply(session, settings, review, text);
  if (answer.kind === "ok") return { kind: "published", ...publishedReply(review) };
  return answer.kind === "refused" && answer.isGone
    ? { ...answer, code: "reply-target-gone" }
    : answer;
}
