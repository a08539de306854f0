import type { RemoteTouchpoint } from "../contract/remote.ts";
import type { MediaAnswer, ReplyAnswer } from "./wire.ts";

const profiles = "https://www.instagram.com";

/**
 * Returns a comment as a reply; undefined if it is the account's own, or has no author or time. `above` is
 * the comment that it answers.
 */
export function replyOn(
  media: string,
  reply: ReplyAnswer,
  above: ReplyAnswer | undefined,
  us: string,
): RemoteTouchpoint | undefined {
  const { id, timestamp: at, text } = reply;
  const name = nameOf(reply);
  if (!name || !at || isSame(name, us)) return undefined;
  const isToOther = above !== undefined && !isSame(nameOf(above) ?? "", us);
  return {
    type: "reply",
    remoteId: id,
    at: new Date(at),
    person: personOf(name),
    onRemoteId: media,
    // The network shows two levels only: a reply to a reply is placed under the top-level comment.
    replyTarget: {
      root: { id: media, kind: "media" },
      parent: { id: above?.id ?? id, kind: "comment" },
    },
    ...(isToOther && { isAnswerToOther: true }),
    ...(text && { text }),
  };
}

/** Returns another person's media that tags the account as a mention; undefined without author or time. */
export function tagIn(media: MediaAnswer): RemoteTouchpoint | undefined {
  const { id, username, timestamp: at, caption: text, permalink: url } = media;
  if (!username || !at) return undefined;
  const target = { id, kind: "mention" };
  return {
    type: "mention",
    remoteId: id,
    at: new Date(at),
    person: personOf(username),
    replyTarget: { root: target, parent: target },
    hasImage: true,
    ...(url && { url }),
    ...(text && { text }),
  };
}

/** Converts a person. Instagram does not always give other people's ids, so the username is the id. */
function personOf(username: string) {
  return {
    remoteId: username.toLowerCase(),
    handle: username,
    url: `${profiles}/${encodeURIComponent(username)}/`,
  };
}

function nameOf({ username, from }: ReplyAnswer): string | undefined {
  return username ?? from?.username;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
