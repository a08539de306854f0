import type { RemotePerson, RemoteTouchpoint } from "../contract/remote.ts";
import { onceId } from "../kit/once-id.ts";
import { addressOf } from "./request.ts";
import type { CommentAnswer, PersonAnswer, PostAnswer, RatingAnswer } from "./wire.ts";

/**
 * Converts a person. The id is valid for this page only; Facebook gives no name that could be mentioned, so
 * the handle is the id.
 */
function personOf({ id, name, picture }: PersonAnswer): RemotePerson {
  const avatarUrl = picture?.data.url;
  return {
    remoteId: id,
    handle: id,
    displayName: name?.trim() || `Facebook ${id.slice(-4)}`,
    ...(avatarUrl && { avatarUrl }),
  };
}

/** Returns a comment as a reply; undefined if it is the page's own, or Facebook names no author or time. */
export function commentOn(
  post: string,
  comment: CommentAnswer,
  page: string,
): RemoteTouchpoint | undefined {
  const written = writtenBy(comment, page);
  const { parent, attachment } = comment;
  const isToOther = parent?.from !== undefined && parent.from.id !== page;
  return (
    written && {
      ...written,
      type: "reply",
      onRemoteId: post,
      // The network shows two levels only: a reply to a reply is placed under the top-level comment.
      replyTarget: { root: { id: post }, parent: { id: parent?.id ?? comment.id } },
      hasImage: attachment?.type?.includes("photo") ?? false,
      ...(isToOther && { isAnswerToOther: true }),
    }
  );
}

/** Returns a post on the page, or one that tags it, as a mention; undefined as for `commentOn`. */
export function mentionIn(post: PostAnswer, page: string): RemoteTouchpoint | undefined {
  const written = writtenBy(post, page);
  const target = { id: post.id };
  const hasImage = post.full_picture !== undefined;
  return (
    written && {
      ...written,
      type: "mention",
      replyTarget: { root: target, parent: target },
      hasImage,
    }
  );
}

function writtenBy(made: CommentAnswer | PostAnswer, page: string) {
  const { id, from, created_time: at, message: text } = made;
  if (!from || !at || from.id === page) return undefined;
  const url = addressOf(made.permalink_url);
  const shown = { ...(url && { url }), ...(text && { text }) };
  return { remoteId: id, at: new Date(at), person: personOf(from), ...shown };
}

/** Returns a reaction as a like. Facebook gives no time, so the time at which it was read is used. */
export function reactionOn(post: string, person: PersonAnswer, seenAt: Date): RemoteTouchpoint {
  return {
    type: "like",
    remoteId: onceId("like", post, person.id),
    at: seenAt,
    person: personOf(person),
    onRemoteId: post,
  };
}

/**
 * Returns a review. A recommendation counts as five stars and a negative one as one star, if there is no
 * rating.
 */
export function reviewOf(page: string, rating: RatingAnswer): RemoteTouchpoint | undefined {
  const { reviewer, created_time: at, review_text: text, recommendation_type: type } = rating;
  if (!reviewer || !at) return undefined;
  const stars = rating.rating ?? { positive: 5, negative: 1 }[type ?? ""];
  return {
    type: "review",
    remoteId: onceId("review", page, reviewer.id),
    at: new Date(at),
    person: personOf(reviewer),
    ...(stars && { stars }),
    ...(text && { text }),
  };
}
