import type { PublishOutcome } from "../contract/outcome.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { callAs } from "./call.ts";
import type { Failure } from "./failure.ts";
import { manifest } from "./manifest.ts";
import { commentsPath, publishedComment, publishedPost, requestIn } from "./request.ts";
import type { OutgoingRequest } from "./request.ts";
import type { LinkedInSettings } from "./settings.ts";
import { anything, createdComment } from "./wire.ts";

const { timeoutMs } = manifest.outcome;

/** Publishes a post or comment. There is no idempotency key: after an unclear answer it may exist. */
export async function publish(
  session: Session,
  settings: LinkedInSettings,
  snapshot: JsonObject,
): Promise<PublishOutcome> {
  const request = requestIn(snapshot);
  if (request.kind === "comment") return publishComment(session, settings, request);
  const { body } = request;
  const call = { method: "POST", path: "/rest/posts", body, shape: anything, timeoutMs } as const;
  const answer = await callAs(session, settings, call);
  if (answer.kind !== "ok") return answer;
  const id = answer.headers.get("x-restli-id") ?? "";
  if (!/^urn:li:(share|ugcPost):\d+$/.test(id)) return withoutId;
  return { kind: "published", ...publishedPost(settings, id) };
}

const withoutId = { kind: "unknown", detail: "LinkedIn gave no id of what it took." } as const;

async function publishComment(
  session: Session,
  settings: LinkedInSettings,
  { body, on }: Extract<OutgoingRequest, { kind: "comment" }>,
): Promise<PublishOutcome> {
  const answer = await callAs(session, settings, {
    method: "POST",
    path: commentsPath(on),
    body: body as JsonObject,
    shape: createdComment.optional(),
    timeoutMs,
  });
  if (answer.kind !== "ok") return answered(answer);
  const id = answer.headers.get("x-restli-id") ?? "";
  const told = answer.value?.commentUrn;
  const comment = told ?? (/^\d+$/.test(id) ? `urn:li:comment:(${on.post},${id})` : id);
  if (!comment.startsWith("urn:li:comment:")) return withoutId;
  return { kind: "published", ...publishedComment(settings, on, comment) };
}

function answered(failure: Failure): PublishOutcome {
  return failure.kind === "refused" && failure.isNotFound
    ? { ...failure, code: "reply-target-gone" }
    : failure;
}
