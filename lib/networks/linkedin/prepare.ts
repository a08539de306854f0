import type { OutgoingPart } from "../contract/connector.ts";
import { countText } from "../contract/limits.ts";
import { firstLink } from "../contract/links.ts";
import type { PrepareOutcome } from "../contract/outcome.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { articleCard } from "./article.ts";
import type { Answer } from "./call.ts";
import type { Failure } from "./failure.ts";
import { commentLimit, limits } from "./limits.ts";
import { littleText } from "./little-text.ts";
import { uploadImages } from "./media.ts";
import { pollContent } from "./poll.ts";
import { targetOf, type Target } from "./reply-target.ts";
import type { LinkedInSettings } from "./settings.ts";

/** Builds the request: a post in little text format, or a comment in plain text. */
export async function prepare(
  session: Session,
  settings: LinkedInSettings,
  part: OutgoingPart,
): Promise<PrepareOutcome> {
  const target = targetOf(part.replyTo);
  const { used, max, isOver } = countText(part.text, target ? commentLimit : limits.text);
  if (isOver) return { kind: "refused", code: "text-too-long", detail: `${used} of ${max}` };
  if (target) return prepareComment(session, part, target);
  const content = await contentOf(session, settings, part);
  if (content.kind !== "ok") return unprepared(content);
  const post: JsonObject = {
    author: session.account.remoteId,
    commentary: littleText(part.text),
    visibility: "PUBLIC",
    distribution: {
      feedDistribution: "MAIN_FEED",
      targetEntities: [],
      thirdPartyDistributionChannels: [],
    },
    ...(content.value ? { content: content.value } : {}),
    lifecycleState: "PUBLISHED",
    isReshareDisabledByAuthor: part.options["noReshares"] === true,
  };
  return { kind: "ready", request: { post } };
}

/** Builds a comment; LinkedIn's comments take no pictures and no poll. */
function prepareComment(
  { account }: Session,
  { text, images, poll }: OutgoingPart,
  { post, comment }: Target,
): PrepareOutcome {
  if (images.length > 0 || poll)
    return { kind: "refused", code: "invalid", detail: "A comment on LinkedIn is words alone." };
  const words = { actor: account.remoteId, object: post, message: { text } };
  return {
    kind: "ready",
    request: { comment: { ...words, ...(comment ? { parentComment: comment } : {}) } },
  };
}

async function contentOf(
  session: Session,
  settings: LinkedInSettings,
  { text, images, poll }: OutgoingPart,
): Promise<Answer<JsonObject | undefined>> {
  if (poll) return { kind: "ok", value: pollContent(text, poll), headers: new Headers() };
  if (images.length === 0) {
    const link = firstLink(text, false);
    if (link) return articleCard(session, settings, link);
    return { kind: "ok", value: undefined, headers: new Headers() };
  }
  const answer = await uploadImages(session, settings, images);
  if (answer.kind !== "ok") return answer;
  const [first, ...others] = answer.value.map((image): JsonObject => ({ ...image }));
  const value =
    first && others.length === 0
      ? { media: first }
      : { multiImage: { images: first ? [first, ...others] : [] } };
  return { ...answer, value };
}

/** Converts a failure. Nothing was posted yet, so an unclear answer means that nothing was sent. */
function unprepared(failure: Failure): PrepareOutcome {
  return failure.kind === "unknown" || failure.kind === "duplicate"
    ? { kind: "not-sent", detail: failure.detail }
    : failure;
}
