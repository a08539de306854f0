import type { OutgoingPart } from "../contract/connector.ts";
import { countText } from "../contract/limits.ts";
import type { PrepareOutcome } from "../contract/outcome.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { handReasonOf, writtenReason } from "../contract/tool-rules.ts";
import type { Failure } from "./failure.ts";
import { limits } from "./limits.ts";
import { uploadImages } from "./media.ts";
import { targetOf, type Target } from "./reply-target.ts";
import { composerAddress } from "./request.ts";
import type { XSettings } from "./settings.ts";
import { toolRules } from "./tool-rules.ts";

/**
 * Returns the complete request. If X's rules forbid it to tools, returns a link to X's composer before
 * anything is uploaded.
 */
export async function prepare(
  session: Session,
  settings: XSettings,
  part: OutgoingPart,
): Promise<PrepareOutcome> {
  const { used, max, isOver } = countText(part.text, limits.text);
  if (isOver) return { kind: "refused", code: "text-too-long", detail: `${used} of ${max}` };
  const target = targetOf(part.replyTo);
  const reason = handReasonOf(part.text, toolRules(session.account, part.replyTo));
  if (reason) return byHand(settings, part.text, target?.id, writtenReason(reason));
  const media = await uploadImages(session, settings, part.images);
  if (media.kind !== "ok") return unprepared(settings, part, media);
  return { kind: "ready", request: requestOf(part, target, media.value) };
}

function requestOf(
  { text, poll, options, disclosure = {} }: OutgoingPart,
  target: Target | undefined,
  media: string[],
): JsonObject {
  const { replies } = options;
  return {
    text,
    ...(media.length > 0 ? { media: { media_ids: media } } : {}),
    ...(poll ? { poll: { options: [...poll.options], duration_minutes: poll.minutes } } : {}),
    ...(target ? { reply: { in_reply_to_tweet_id: target.id } } : {}),
    // Who may reply is set only on the first post of a conversation.
    ...(target || typeof replies !== "string" ? {} : { reply_settings: replies }),
    ...(disclosure.ai === "generated" ? { made_with_ai: true } : {}),
    ...(disclosure.isPaid ? { paid_partnership: true } : {}),
  };
}

export function byHand(
  { web }: XSettings,
  text: string,
  inReplyTo: string | undefined,
  detail: string,
): Extract<PrepareOutcome, { kind: "by-hand" }> {
  return { kind: "by-hand", composer: composerAddress(web, text, inReplyTo), detail };
}

/** Nothing was posted yet, so an unknown outcome counts as not sent. */
function unprepared(settings: XSettings, part: OutgoingPart, failure: Failure): PrepareOutcome {
  if (failure.kind === "not-for-tools")
    return byHand(settings, part.text, targetOf(part.replyTo)?.id, failure.detail);
  return failure.kind === "unknown" || failure.kind === "duplicate"
    ? { kind: "not-sent", detail: failure.detail }
    : failure;
}
