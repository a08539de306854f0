import type { OutgoingPart, Session } from "../contract/connector.ts";
import type { PrepareOutcome } from "../contract/outcome.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import { replyBytes } from "./limits.ts";
import { choicesOf } from "./post-choices.ts";
import { nameIn } from "./request.ts";
import { isSame } from "./same-text.ts";
import type { GoogleSettings } from "./settings.ts";
import { reviewAnswer } from "./wire.ts";

export async function prepare(
  session: Session,
  settings: GoogleSettings,
  part: OutgoingPart,
): Promise<PrepareOutcome> {
  if (part.replyTo) return prepareReply(session, settings, part, nameIn(part.replyTo.parent));
  const { text: summary, language, images, options } = part;
  const choices = choicesOf(options);
  const media: { mediaFormat: string; sourceUrl: string }[] = [];
  for (const { mediaId } of images.slice(0, 1)) {
    const sourceUrl = await session.sharedImage(mediaId);
    if (sourceUrl === undefined) return unreachable;
    media.push({ mediaFormat: "PHOTO", sourceUrl });
  }
  const body = {
    ...(language && { languageCode: language }),
    summary,
    ...choices,
    ...(media.length > 0 && { media }),
  };
  return { kind: "ready", request: { kind: "post", body, summary, topic: choices.topicType } };
}

const unreachable: PrepareOutcome = {
  kind: "refused",
  code: "no-public-address",
  detail: "Google fetches pictures itself, and nothing of ours can be reached from there.",
};

/** A review has one answer: another one would take the place of what somebody wrote there. */
async function prepareReply(
  session: Session,
  settings: GoogleSettings,
  { text }: OutgoingPart,
  review: string,
): Promise<PrepareOutcome> {
  const bytes = Buffer.byteLength(text);
  if (bytes > replyBytes)
    return { kind: "refused", code: "text-too-long", detail: `${bytes} of ${replyBytes} bytes` };
  const answer = await callAs(session, settings, { path: `/v4/${review}`, shape: reviewAnswer });
  if (answer.kind === "refused")
    return answer.isGone ? { ...answer, code: "reply-target-gone" } : answer;
  if (answer.kind !== "ok") return unread(answer);
  const there = answer.value.reviewReply?.comment;
  if (there && !isSame(there, text))
    return { kind: "refused", code: "invalid", detail: `It was answered already: ${there}` };
  return { kind: "ready", request: { kind: "reply", review, text } };
}
