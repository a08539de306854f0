import type { Session } from "../contract/connector.ts";
import type { RemoveOutcome } from "../contract/outcome.ts";
import type { Published } from "../contract/remote.ts";
import { callAs } from "./call.ts";
import type { ThreadsSettings } from "./settings.ts";
import { deletedAnswer } from "./wire.ts";

/** A hundred a day. What Threads does not know any more is gone. */
export async function remove(
  session: Session,
  settings: ThreadsSettings,
  { remoteId }: Published,
): Promise<RemoveOutcome> {
  const answer = await callAs(session, settings, {
    method: "DELETE",
    path: `/${encodeURIComponent(remoteId)}`,
    shape: deletedAnswer,
  });
  if (answer.kind === "ok")
    return answer.value.success
      ? { kind: "removed" }
      : { kind: "failed", detail: "Threads says that it did not delete it." };
  if (answer.kind === "reconnect" || answer.kind === "later") return answer;
  const isGone = answer.kind === "refused" && answer.isGone === true;
  return isGone ? { kind: "removed" } : { kind: "failed", detail: answer.detail };
}
