import type { AppreciateOutcome } from "../contract/outcome.ts";
import type { ReplyTarget } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { callAs } from "./call.ts";
import { idIn } from "./request.ts";
import type { FacebookSettings } from "./settings.ts";
import { successAnswer } from "./wire.ts";

/**
 * Likes a comment or post as the page; repeating it changes nothing. Facebook's API does not let apps share a
 * post.
 */
export async function appreciate(
  session: Session,
  settings: FacebookSettings,
  target: ReplyTarget,
  how: "like" | "repost",
): Promise<AppreciateOutcome> {
  if (how === "repost")
    return { kind: "refused", code: "invalid", detail: "Facebook lets no tool share a post." };
  const answer = await callAs(session, settings, {
    method: "POST",
    path: `/${encodeURIComponent(idIn(target.parent))}/likes`,
    shape: successAnswer,
  });
  return answer.kind === "ok" ? { kind: "done" } : answer;
}
