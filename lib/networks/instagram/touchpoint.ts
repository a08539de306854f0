import type { RemoteTouchpoint } from "../contract/remote.ts";
import type { MediaAnswer, ReplyAnswer } from "./wire.ts";

const profiles = "https://www.instagram.com";

/** Undefined where Instagram does not say who wrote it, or when. `above` is the comment that it answers. */
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
    // Only two levels are shown: what answers an answer stands under the comment above both.
    replyTarget: {
      root: { id: media, kind: "media" },
      parent: { id: above?.id ?? id, kind: "comment" },
    },
    ...(isToOther && { isAnswerToOther: true }),
    ...(text && { text }),
  };
}

/** A picture of somebody who tagged us in it. */
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

/** Not everywhere does Instagram give strangers a number: their name is all that they are known by. */
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
