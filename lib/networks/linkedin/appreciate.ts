import type { AppreciateOutcome } from "../contract/outcome.ts";
import type { ReplyTarget } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { callAs } from "./call.ts";
import { targetIn } from "./reply-target.ts";
import type { LinkedInSettings } from "./settings.ts";
import { encodeUrn } from "./urn.ts";
import { anything } from "./wire.ts";

/** Likes a post or comment. LinkedIn refuses a second like with a conflict (409), which counts as success. */
export async function appreciate(
  session: Session,
  settings: LinkedInSettings,
  target: ReplyTarget,
  how: "like" | "repost",
): Promise<AppreciateOutcome> {
  // A repost on LinkedIn is a post of its own, and nothing would prevent a second one.
  if (how === "repost")
    return { kind: "refused", code: "forbidden", detail: "Repost it on LinkedIn itself." };
  const { post, comment } = targetIn(target.parent);
  const answer = await callAs(session, settings, {
    method: "POST",
    path: `/rest/reactions?actor=${encodeUrn(session.account.remoteId)}`,
    body: { root: comment ?? post, reactionType: "LIKE" },
    shape: anything,
  });
  if (answer.kind === "ok") return { kind: "done" };
  if (answer.kind === "refused" && answer.httpStatus === 409) return { kind: "done" };
  if (answer.kind !== "duplicate") return answer;
  return { kind: "refused", code: "invalid", detail: answer.detail };
}
