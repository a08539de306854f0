import type { RemoveOutcome } from "../contract/outcome.ts";
import type { Published } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { removeFromGraph } from "../kit/graph-remove.ts";
import { callAs } from "./call.ts";
import type { FacebookSettings } from "./settings.ts";

export async function remove(
  session: Session,
  settings: FacebookSettings,
  { remoteId: id }: Published,
): Promise<RemoveOutcome> {
  return removeFromGraph({
    id,
    ownList: `/${encodeURIComponent(session.account.remoteId)}/published_posts`,
    label: "Facebook",
    call: (call) => callAs(session, settings, call),
  });
}
