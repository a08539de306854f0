import type { RemoveOutcome } from "../contract/outcome.ts";
import type { Published } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { callAs, type Answer } from "./call.ts";
import { anObject } from "./wire.ts";

/**
 * Deletes a post. It counts as removed only if the server confirms it in the network's format or no longer
 * knows the post. After an unclear answer the post is read again.
 */
export async function remove(session: Session, published: Published): Promise<RemoveOutcome> {
  const path = `/api/v1/statuses/${encodeURIComponent(published.remoteId)}`;
  const answer = await callAs(session, { method: "DELETE", path, shape: anObject });
  if (answer.kind === "ok") return { kind: "removed" };
  if (answer.kind === "reconnect" || answer.kind === "later") return answer;
  const isUnclear =
    (answer.kind === "refused" && answer.code === "reply-target-gone") ||
    (answer.kind === "unknown" && answer.isUnreadable === true);
  if (!isUnclear) return { kind: "failed", detail: answer.detail };
  return isGone(await callAs(session, { path, shape: anObject }), answer.detail);
}

/** Only the network's own error shows that the post is gone; a proxy's page or a missing address does not. */
function isGone(asked: Answer<unknown>, detail: string): RemoveOutcome {
  if (asked.kind === "reconnect" || asked.kind === "later") return asked;
  if (asked.kind === "ok")
    return {
      kind: "failed",
      detail: `It is still there: this server did not take it down. ${detail}`,
    };
  const isKnownToBeGone =
    asked.kind === "refused" && asked.code === "reply-target-gone" && asked.isInWords === true;
  return isKnownToBeGone
    ? { kind: "removed" }
    : { kind: "failed", detail: `This server does not say whether it is gone. ${detail}` };
}
