import type { OutgoingPart } from "../contract/connector.ts";
import type { PrepareOutcome } from "../contract/outcome.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { postCollection } from "./at-address.ts";
import type { Answer } from "./exchange.ts";
import type { Failure } from "./failure.ts";
import { uploadImages } from "./images.ts";
import { linkCard } from "./link-card.ts";
import { resolveMentions } from "./mentions.ts";
import { recordKey } from "./record-key.ts";
import { checkReplyTarget } from "./reply-target.ts";
import { facetsOf, spansOf } from "./rich-text.ts";

/**
 * Returns the complete request, which is sent unchanged. Its record key is fixed and `swapRecord: null` only
 * allows creation, so sending it twice makes one post.
 */
export async function prepare(session: Session, part: OutgoingPart): Promise<PrepareOutcome> {
  const reply = await checkReplyTarget(session, part.replyTo);
  if (reply.kind !== "ok") return unprepared(reply);
  const mentions = await resolveMentions(session, part.text);
  if (mentions.kind !== "ok") return unprepared(mentions);
  const embed = await embedOf(session, part);
  if (embed.kind !== "ok") return unprepared(embed);

  const facets = facetsOf(part.text, mentions.value);
  const request: JsonObject = {
    repo: session.account.remoteId,
    collection: postCollection,
    rkey: recordKey(part.createdAt, part.key),
    swapRecord: null,
    record: {
      $type: postCollection,
      text: part.text,
      createdAt: part.createdAt.toISOString(),
      ...(part.language ? { langs: [part.language] } : {}),
      ...(facets.length > 0 ? { facets } : {}),
      ...(reply.value ? { reply: reply.value } : {}),
      ...(embed.value ? { embed: embed.value } : {}),
    },
  };
  return { kind: "ready", request };
}

async function embedOf(
  session: Session,
  part: OutgoingPart,
): Promise<Answer<JsonObject | undefined>> {
  if (part.images.length > 0) return uploadImages(session, part.images);
  const link = spansOf(part.text).find((span) => span.kind === "link");
  return link ? linkCard(session, link.uri) : { kind: "ok", value: undefined };
}

/** Nothing was posted yet, so an unknown outcome counts as not sent. */
function unprepared(failure: Failure): PrepareOutcome {
  if (failure.kind === "unknown") return { kind: "not-sent", detail: failure.detail };
  return failure;
}
