import type { RemoveOutcome } from "../contract/outcome.ts";
import type { Published } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { callAs } from "./call.ts";
import { nameIn } from "./request.ts";
import type { GoogleSettings } from "./settings.ts";
import { anything } from "./wire.ts";

/** Deletes a post or a reply to a review. What Google does not know counts as deleted. */
export async function remove(
  session: Session,
  settings: GoogleSettings,
  { reference }: Published,
): Promise<RemoveOutcome> {
  const path = `/v4/${nameIn(reference)}`;
  const answer = await callAs(session, settings, { method: "DELETE", path, shape: anything });
  const { kind } = answer;
  if (kind === "ok" || (kind === "refused" && answer.isGone)) return { kind: "removed" };
  if (kind === "expired" || kind === "reconnect" || kind === "later") return answer;
  return { kind: "failed", detail: answer.detail };
}
