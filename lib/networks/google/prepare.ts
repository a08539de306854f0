import type { OutgoingPart } from "../contract/connector.ts";
import type { PrepareOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import { replyBytes } from "./limits.ts";
import { choicesOf } from "./post-choices.ts";
import { notAnswered } from "./reply.ts";
import { nameIn } from "./request.ts";
import type { GoogleSettings } from "./settings.ts";

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

async function prepareReply(
  session: Session,
  settings: GoogleSettings,
  { text }: OutgoingPart,
  review: string,
): Promise<PrepareOutcome> {
  const bytes = Buffer.byteLength(text);
  if (bytes > replyBytes)
    return { kind: "refused", code: "text-too-long", detail: `${bytes} of ${replyBytes} bytes` };
  const problem = await notAnswered(session, settings, review, text);
  return problem ?? { kind: "ready", request: { kind: "reply", review, text } };
}
