import type { Session } from "../contract/connector.ts";
import type { RemoteTouchpoint } from "../contract/remote.ts";
import { onceId } from "../kit/once-id.ts";
import { textWithoutCodes } from "./emoji-codes.ts";
import { networkVisibilities } from "./limits.ts";
import { domainOf, fullHandle, personOf } from "./person.ts";
import { plainText } from "./plain-text.ts";
import { targetOf } from "./reply-target.ts";
import { addressOf } from "./request.ts";
import { ownId } from "./token.ts";
import type { NotificationAnswer, StatusAnswer } from "./wire.ts";

/** What the list is asked for; a server that does not know one leaves it out. */
export const collectedTypes = ["mention", "reblog", "favourite", "follow", "quote"] as const;

/** Undefined for what is not somebody doing something with us: polls that ended, edits, sign-ups, kinds yet to be invented. */
export function touchpointOf(
  notification: NotificationAnswer,
  session: Pick<Session, "account" | "credentials">,
): RemoteTouchpoint | undefined {
  const { account, status, type } = notification;
  const us = { id: ownId(session.credentials), domain: domainOf(session.account.handle) };
  if (account.id === us.id) return undefined;
  const person = personOf(account, us.domain);
  const seen = { at: new Date(notification.created_at), person };
  // A server numbers its posts for itself alone.
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

/** Somebody's own post: an answer to us, a quote of us, or one that names us. Known by its address, which is the same on every server. */
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

/** What only those can read who are named in it is a message, also where it answers a post. */
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
