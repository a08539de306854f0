import type { Session } from "../contract/connector.ts";
import type { RemoveOutcome } from "../contract/outcome.ts";
import type { Published } from "../contract/remote.ts";
import { callAs, isThroughFacebook } from "./call.ts";
import { targetIn } from "./request.ts";
import type { InstagramSettings } from "./settings.ts";
import { deletedAnswer } from "./wire.ts";

const onlyThere: RemoveOutcome = {
  kind: "failed",
  detail:
    "Instagram lets a tool delete a post only where the account is connected through its Facebook page. Delete it in Instagram itself.",
};

/** What Instagram does not know any more is gone. */
export async function remove(
  session: Session,
  settings: InstagramSettings,
  { remoteId, reference }: Published,
): Promise<RemoveOutcome> {
  const isPost = targetIn(reference).kind === "media";
  if (isPost && !isThroughFacebook(session)) return onlyThere;
  const answer = await callAs(session, settings, {
    method: "DELETE",
    path: `/${encodeURIComponent(remoteId)}`,
    shape: deletedAnswer,
  });
  if (answer.kind === "ok")
    return answer.value.success
      ? { kind: "removed" }
      : { kind: "failed", detail: "Instagram says that it did not delete it." };
  if (answer.kind === "reconnect" || answer.kind === "later") return answer;
  const isGone = answer.kind === "refused" && answer.isGone === true;
  return isGone ? { kind: "removed" } : { kind: "failed", detail: answer.detail };
}
