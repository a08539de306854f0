import type { OutgoingPart } from "../contract/connector.ts";
import { countText } from "../contract/limits.ts";
import type { PrepareOutcome } from "../contract/outcome.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { callAs } from "./call.ts";
import type { Failure } from "./failure.ts";
import { idempotencyKey } from "./idempotency-key.ts";
import { instanceAt } from "./instance.ts";
import { limitsOf } from "./limits.ts";
import { uploadImages, uploadVideo } from "./media.ts";
import { addressed, targetIn, visibilityOf, type Target } from "./reply-target.ts";
import { accessToken } from "./token.ts";
import { anyAnswer } from "./wire.ts";

/** Returns the complete request, which is sent unchanged, and its idempotency key. */
export async function prepare(session: Session, part: OutgoingPart): Promise<PrepareOutcome> {
  const answered = part.replyTo ? targetIn(part.replyTo.parent) : undefined;
  const gone = answered && (await whatIsWrongWith(session, answered));
  if (gone) return unprepared(gone);
  const instance = await instanceAt(
    session,
    session.account.origin,
    accessToken(session.credentials),
  );
  const isSilent = instance.kind === "later" || instance.kind === "not-sent";
  if (isSilent) return instance;
  const media = await (part.video
    ? uploadVideo(session, part.video)
    : uploadImages(session, part.images));
  if (media.kind !== "ok") return unprepared(media);

  const { text } = limitsOf(instance.kind === "ok" ? instance.value.configuration : undefined);
  const fits = (words: string) => !countText(words, text, part.warning).isOver;
  const status = addressed(part.text, answered, fits);
  const body = bodyOf(part, status, media.value, answered);
  return { kind: "ready", request: { key: idempotencyKey(part.key), body } };
}

function bodyOf(
  part: OutgoingPart,
  status: string,
  mediaIds: readonly string[],
  answered: Target | undefined,
): JsonObject {
  return {
    status,
    visibility: visibilityOf(part.visibility, answered),
    ...(part.language ? { language: languageOf(part.language) } : {}),
    ...(mediaIds.length > 0 ? { media_ids: [...mediaIds] } : {}),
    ...(part.poll ? { poll: pollOf(part.poll) } : {}),
    ...(isSensitive(part) ? { sensitive: true } : {}),
    ...(part.warning ? { spoiler_text: part.warning } : {}),
    ...quotesOf(part),
    ...(answered ? { in_reply_to_id: answered.id } : {}),
  };
}

/** Whether the images stay covered until the reader opens them. */
export function isSensitive({ warning, options }: OutgoingPart): boolean {
  return Boolean(warning) || options["sensitive"] === true;
}

/** Returns who may quote the post (Mastodon 4.5 and later); older servers ignore it. */
function quotesOf({ options }: OutgoingPart): JsonObject {
  const chosen = options["quotes"];
  return typeof chosen === "string" ? { quote_approval_policy: chosen } : {};
}

/** Returns the ISO 639 code: servers do not accept the region of a BCP 47 tag. */
export function languageOf(tag: string): string {
  return tag.split("-")[0]?.toLowerCase() ?? tag;
}

function pollOf({ options, minutes, isMultiple }: NonNullable<OutgoingPart["poll"]>): JsonObject {
  return { options: [...options], expires_in: minutes * 60, multiple: isMultiple };
}

/**
 * Checks the post to reply to before publishing, because a refusal of the reply could have many other
 * reasons.
 */
async function whatIsWrongWith(session: Session, { id }: Target): Promise<Failure | undefined> {
  const path = `/api/v1/statuses/${encodeURIComponent(id)}`;
  const answer = await callAs(session, { path, shape: anyAnswer });
  // An error that is not in the network's format says nothing about the post.
  const isUnsaid = answer.kind === "refused" && !answer.isInWords;
  return answer.kind === "ok" || isUnsaid ? undefined : answer;
}

/** Nothing was posted yet, so an unknown outcome counts as not sent. */
function unprepared(failure: Failure): PrepareOutcome {
  if (failure.kind === "unknown") return { kind: "not-sent", detail: failure.detail };
  return failure;
}
