import type { RemoteTouchpoint } from "../contract/remote.ts";
import { onceId } from "../kit/once-id.ts";
import { parseAtAddress, profileAddress, webAddress } from "./at-address.ts";
import { confirmedHandle } from "./confirmed-handle.ts";
import type { Notification } from "./wire.ts";

const types: Readonly<Record<string, RemoteTouchpoint["type"]>> = {
  like: "like",
  repost: "repost",
  reply: "reply",
  mention: "mention",
  quote: "quote",
  follow: "follow",
  // Reactions to a repost of ours. They are reactions to the account, but not to a post of ours.
  "like-via-repost": "like",
  "repost-via-repost": "repost",
};

/**
 * Returns undefined for notifications that are no touchpoint: verifications, subscriptions, unknown kinds.
 */
export function touchpointOf(
  notification: Notification,
  ourDid: string,
): RemoteTouchpoint | undefined {
  const { uri, author, reason, record, indexedAt } = notification;
  const type = typeIn(notification, ourDid);
  if (!types[reason] || !type || author.did === ourDid) return undefined;
  const isPost = webAddress(uri) !== undefined;
  const about = aboutOf(notification, ourDid);
  return {
    remoteId: uri,
    type,
    at: new Date(indexedAt),
    person: personOf(author),
    ...(about ? { onRemoteId: about } : {}),
    ...(answersOther(notification, ourDid) ? { isAnswerToOther: true } : {}),
    ...(isPost
      ? postOf(notification)
      : { remoteId: onceId(type, about ?? record.subject?.uri ?? ourDid, author.did) }),
  };
}

/**
 * Returns the type. The network gives one reason per post and prefers "mention", but a reply to us that
 * mentions us is a reply.
 */
function typeIn({ reason, record }: Notification, ourDid: string) {
  const isAnswerToUs = record.reply && isOf(ourDid, record.reply.parent.uri);
  return reason === "mention" && isAnswerToUs ? "reply" : types[reason];
}

function aboutOf({ reason, reasonSubject, record }: Notification, ourDid: string) {
  const subject =
    reason === "like" || reason === "repost" ? record.subject?.uri : record.reply?.parent.uri;
  return [subject, reasonSubject, record.reply?.root.uri].find(
    (uri) => uri !== undefined && isOf(ourDid, uri) && webAddress(uri) !== undefined,
  );
}

/** Whether the post answers somebody other than us and its own author. */
function answersOther({ author, record }: Notification, ourDid: string): boolean {
  const parent = record.reply?.parent.uri;
  return parent !== undefined && !isOf(ourDid, parent) && !isOf(author.did, parent);
}

function isOf(did: string, uri: string): boolean {
  return parseAtAddress(uri)?.repo === did;
}

function personOf({ did, handle, displayName, avatar, description }: Notification["author"]) {
  return {
    remoteId: did,
    ...named(confirmedHandle(handle), displayName?.trim()),
    url: profileAddress(did),
    ...(avatar ? { avatarUrl: avatar } : {}),
    ...(description === undefined ? {} : { about: description }),
  };
}

/**
 * Omits a handle that cannot be verified now, so that the known handle is kept. Without a display name the
 * handle is used.
 */
function named(handle: string | undefined, displayName: string | undefined) {
  const name = displayName || handle;
  return { ...(handle && { handle }), ...(name && { displayName: name }) };
}

function postOf({ uri, cid, record }: Notification) {
  const parent = { uri, cid };
  const kinds = [record.embed?.$type, record.embed?.media?.$type];
  return {
    url: webAddress(uri) ?? uri,
    replyTarget: { root: record.reply?.root ?? parent, parent },
    ...(record.text ? { text: record.text } : {}),
    hasImage: kinds.some((kind) => /^app\.bsky\.embed\.(images|gallery)/.test(kind ?? "")),
  };
}
