import type { RemoveOutcome } from "../contract/outcome.ts";
import type { Published } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import { targetIn } from "./reply-target.ts";
import { commentPath } from "./request.ts";
import type { LinkedInSettings } from "./settings.ts";
import { encodeUrn } from "./urn.ts";
import { anything } from "./wire.ts";

export async function remove(
  session: Session,
  settings: LinkedInSettings,
  { reference }: Published,
): Promise<RemoveOutcome> {
  const target = targetIn(reference);
  const path = target.comment
    ? commentPath(target, session.account.remoteId)
    : `/rest/posts/${encodeUrn(target.post)}`;
  const call = { method: "DELETE", path, restli: "DELETE", shape: anything } as const;
  const answer = await callAs(session, settings, call);
  // Only a 404 of LinkedIn itself counts: a proxy may answer 404 too, which says nothing about the post.
  const isGone = answer.kind === "refused" && answer.isNotFound;
  if (answer.kind === "ok" || isGone) return { kind: "removed" };
  const failure = unread(answer);
  return failure.kind === "not-sent" ? { kind: "failed", detail: failure.detail } : failure;
}
