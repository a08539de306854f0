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
  // Of what we passed on: a reaction to us, on nobody's post of ours.
  "like-via-repost": "like",
  "repost-via-repost": "repost",
};

/** Undefined for what is not somebody doing something with us: verifications, subscriptions, and kinds yet to be invented. */
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

/** The network tells one reason per post, and "mention" wins: an answer that also names us is still an answer. */
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

/** Neither to us nor going on with their own. */
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

/** Somebody whose handle cannot be confirmed keeps the one that we know, and without a name theirs. */
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
