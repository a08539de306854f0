import type { RemoveOutcome } from "../contract/outcome.ts";
import type { Published } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { removeFromGraph } from "../kit/graph-remove.ts";
import { callAs } from "./call.ts";
import type { ThreadsSettings } from "./settings.ts";

/** Deletes a post. Threads allows 100 deletions a day. */
export async function remove(
  session: Session,
  settings: ThreadsSettings,
  { remoteId: id }: Published,
): Promise<RemoveOutcome> {
  return removeFromGraph({
    id,
    ownList: "/me/threads",
    label: "Threads",
    call: (call) => callAs(session, settings, call),
  });
}
