import type { PrepareOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import { unread } from "../kit/read-failure.ts";
import { isSame } from "../kit/same-text.ts";
import { lookMs, sendMs } from "../kit/send-time.ts";
import { callAs } from "./call.ts";
import { manifest } from "./manifest.ts";
import type { GoogleSettings } from "./settings.ts";
import { replyAnswer, reviewAnswer } from "./wire.ts";

/**
 * Refuses to replace a reply that someone wrote on Google: a review has only one. Undefined if there is no
 * reply yet, or one with the same text.
 */
export async function notAnswered(
  session: Session,
  settings: GoogleSettings,
  review: string,
  text: string,
): Promise<Exclude<PrepareOutcome, { kind: "ready" }> | undefined> {
  const answer = await callAs(session, settings, {
    path: `/v4/${review}`,
    shape: reviewAnswer,
    timeoutMs: lookMs,
  });
  if (answer.kind === "refused")
    return answer.isGone ? { ...answer, code: "reply-target-gone" } : answer;
  if (answer.kind !== "ok") return unread(answer);
  const there = answer.value.reviewReply?.comment;
  return there && !isSame(there, text)
    ? { kind: "refused", code: "invalid", detail: `It was answered already: ${there}` }
    : undefined;
}

/** Writes the reply to a review. Repeating it does not add a second reply. */
export function putReply(session: Session, settings: GoogleSettings, review: string, text: string) {
  return callAs(session, settings, {
    method: "PUT",
    path: `/v4/${review}/reply`,
    body: { comment: text },
    shape: replyAnswer,
    timeoutMs: sendMs(manifest.outcome),
  });
}
