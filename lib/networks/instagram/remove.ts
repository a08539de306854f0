import type { RemoveOutcome } from "../contract/outcome.ts";
import type { Published } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { removeFromGraph } from "../kit/graph-remove.ts";
import { callAs, isThroughFacebook } from "./call.ts";
import { targetIn } from "./request.ts";
import type { InstagramSettings } from "./settings.ts";

const onlyThere: RemoveOutcome = {
  kind: "failed",
  detail:
    "Instagram lets a tool delete a post only where the account is connected through its Facebook page. Delete it in Instagram itself.",
};

export async function remove(
  session: Session,
  settings: InstagramSettings,
  { remoteId: id, reference }: Published,
): Promise<RemoveOutcome> {
  const isPost = targetIn(reference).kind === "media";
  if (isPost && !isThroughFacebook(session)) return onlyThere;
  return removeFromGraph({
    id,
    ownList: `/${encodeURIComponent(session.account.remoteId)}/media`,
    label: "Instagram",
    call: (call) => callAs(session, settings, call),
  });
}
