import type { Session } from "../contract/connector.ts";
import type { RemoveOutcome } from "../contract/outcome.ts";
import type { Published } from "../contract/remote.ts";
import { callAs } from "./call.ts";
import type { FacebookSettings } from "./settings.ts";
import { successAnswer } from "./wire.ts";

/** What Facebook does not know any more is gone. */
export async function remove(
  session: Session,
  settings: FacebookSettings,
  { remoteId }: Published,
): Promise<RemoveOutcome> {
  const path = `/${encodeURIComponent(remoteId)}`;
  const call = { method: "DELETE", path, shape: successAnswer } as const;
  const answer = await callAs(session, settings, call);
  if (answer.kind === "ok")
    return answer.value.success
      ? { kind: "removed" }
      : { kind: "failed", detail: "Facebook says that it did not delete it." };
  if (answer.kind === "reconnect" || answer.kind === "later") return answer;
  const isGone = answer.kind === "refused" && answer.isGone === true;
  return isGone ? { kind: "removed" } : { kind: "failed", detail: answer.detail };
}
