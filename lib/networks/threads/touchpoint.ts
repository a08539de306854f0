import type { RemoteTouchpoint } from "../contract/remote.ts";
import type { PostAnswer } from "./wire.ts";

const profiles = "https://www.threads.net";

/** Returns a reply; undefined if Threads names no author or time. */
export function replyOn(
  root: string,
  reply: PostAnswer,
  ours: ReadonlySet<string>,
): RemoteTouchpoint | undefined {
  const written = writtenBy(reply);
  if (!written) return undefined;
  const answered = reply.replied_to?.id;
  const isToUs = answered === undefined || answered === root || ours.has(answered);
  return {
    ...written,
    type: "reply",
    onRemoteId: root,
    replyTarget: { root: { id: root }, parent: { id: reply.id } },
    ...(isToUs ? {} : { isAnswerToOther: true }),
  };
}

export function mentionIn(post: PostAnswer): RemoteTouchpoint | undefined {
  const written = writtenBy(post);
  const parent = { id: post.id };
  return written && { ...written, type: "mention", replyTarget: { root: parent, parent } };
}

/** Converts author and text. Threads gives no ids of other people, so the username is the id. */
function writtenBy(post: PostAnswer) {
  const { id, username, timestamp, text, permalink, profile_picture_url: avatarUrl } = post;
  if (!username || !timestamp) return undefined;
  return {
    remoteId: id,
    at: new Date(timestamp),
    person: {
      remoteId: username.toLowerCase(),
      handle: username,
      url: `${profiles}/@${encodeURIComponent(username)}`,
      ...(avatarUrl && { avatarUrl }),
    },
    hasImage: /IMAGE|CAROUSEL|VIDEO/.test(post.media_type ?? ""),
    ...(permalink && { url: permalink }),
    ...(text && { text }),
  };
}
