import type { RemoteTouchpoint } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { onceId } from "../kit/once-id.ts";
import { textWithoutCodes } from "./emoji-codes.ts";
import { networkVisibilities } from "./limits.ts";
import { domainOf, fullHandle, personOf } from "./person.ts";
import { plainText } from "./plain-text.ts";
import { targetOf } from "./reply-target.ts";
import { addressOf } from "./request.ts";
import { ownId } from "./token.ts";
import type { NotificationAnswer, StatusAnswer } from "./wire.ts";

/** Requested notification types; servers ignore types that they do not know. */
export const collectedTypes = ["mention", "reblog", "favourite", "follow", "quote"] as const;

/**
 * Returns undefined for notifications that are no touchpoint: ended polls, edits, sign-ups, unknown types.
 */
export function touchpointOf(
  notification: NotificationAnswer,
  session: Pick<Session, "account" | "credentials">,
): RemoteTouchpoint | undefined {
  const { account, status, type } = notification;
  const us = { id: ownId(session.credentials), domain: domainOf(session.account.handle) };
  if (account.id === us.id) return undefined;
  const person = personOf(account, us.domain);
  const seen = { at: new Date(notification.created_at), person };
  // Includes the server's origin, because post ids are unique only on their server.
  const idOf = (kind: RemoteTouchpoint["type"], subject: string) =>
    `${session.account.origin}/${onceId(kind, subject, person.remoteId)}`;
  if (type === "follow") return { ...seen, type, remoteId: idOf(type, session.account.remoteId) };
  if (!status) return undefined;
  switch (type) {
    case "favourite":
      return { ...seen, type: "like", remoteId: idOf("like", status.id), onRemoteId: status.id };
    case "reblog":
      return {
        ...seen,
        type: "repost",
        remoteId: idOf("repost", status.id),
        onRemoteId: status.id,
      };
    case "mention":
    case "quote":
      return { ...seen, ...postOf(type, status, us) };
    default:
      return undefined;
  }
}

/**
 * Converts another person's post: a reply to us, a quote of us or a mention. Its id is its URI, which is the
 * same on all servers.
 */
function postOf(
  kind: "mention" | "quote",
  status: StatusAnswer,
  us: { id: string; domain: string },
) {
  const handle = fullHandle(status.account, us.domain);
  const parent = targetOf(status, handle);
  const about = kind === "quote" ? status.quote?.quoted_status?.id : answeredIn(status, us.id);
  const text = textOf(status);
  return {
    type: typeOf(kind, status, us.id),
    remoteId: status.uri,
    url: addressOf(status),
    replyTarget: { root: parent, parent },
    hasImage: status.media_attachments.some(({ type }) => type === "image"),
    ...(about ? { onRemoteId: about } : {}),
    ...(text ? { text } : {}),
  };
}

/**
 * Returns the type of a post. A post visible only to the people mentioned is a direct message, also if it is
 * a reply.
 */
function typeOf(
  kind: "mention" | "quote",
  { visibility, in_reply_to_account_id: answered }: StatusAnswer,
  ourId: string,
): RemoteTouchpoint["type"] {
  if (visibility === networkVisibilities.mentioned) return "direct-message";
  if (kind === "quote") return "quote";
  return answered === ourId ? "reply" : "mention";
}

function answeredIn(status: StatusAnswer, ourId: string): string | undefined {
  const isAnswer = status.in_reply_to_account_id === ourId;
  return isAnswer ? (status.in_reply_to_id ?? undefined) : undefined;
}

function textOf(status: StatusAnswer): string {
  const parts = [status.spoiler_text ?? "", plainText(status.content)];
  return parts
    .map((part) => textWithoutCodes(part, status).trim())
    .filter(Boolean)
    .join("\n\n");
}
