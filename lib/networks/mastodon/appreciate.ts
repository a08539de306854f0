import type { AppreciateOutcome } from "../contract/outcome.ts";
import type { ReplyTarget } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { callAs } from "./call.ts";
import { targetIn } from "./reply-target.ts";
import { anObject } from "./wire.ts";

const acts = { like: "favourite", repost: "reblog" } as const;

/** Favourites or boosts a post. Doing it twice has the same result as once. */
export async function appreciate(
  session: Session,
  target: ReplyTarget,
  how: keyof typeof acts,
): Promise<AppreciateOutcome> {
  const { id } = targetIn(target.parent);
  const path = `/api/v1/statuses/${encodeURIComponent(id)}/${acts[how]}`;
  const answer = await callAs(session, { method: "POST", path, shape: anObject });
  return answer.kind === "ok" ? { kind: "done" } : answer;
}
