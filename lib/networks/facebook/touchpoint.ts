import type { RemotePerson, RemoteTouchpoint } from "../contract/remote.ts";
import { onceId } from "../kit/once-id.ts";
import { addressOf } from "./request.ts";
import type { CommentAnswer, PersonAnswer, PostAnswer, RatingAnswer } from "./wire.ts";

/** Somebody by the number that means them for this page alone. Facebook gives nobody a name to write in a text. */
function personOf({ id, name, picture }: PersonAnswer): RemotePerson {
  const avatarUrl = picture?.data.url;
  return {
    remoteId: id,
    handle: id,
    displayName: name?.trim() || `Facebook ${id.slice(-4)}`,
    ...(avatarUrl && { avatarUrl }),
  };
}

/** Undefined where Facebook does not say who wrote it, or when: then nobody can be told from it. */
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
      // Only two levels are shown: what answers an answer stands under the comment above both.
      replyTarget: { root: { id: post }, parent: { id: parent?.id ?? comment.id } },
      hasImage: attachment?.type?.includes("photo") ?? false,
      ...(isToOther && { isAnswerToOther: true }),
    }
  );
}

/** What somebody wrote on the page, or elsewhere naming it. */
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

/** Facebook does not tell when: it is new since the last look. */
export function reactionOn(post: string, person: PersonAnswer, seenAt: Date): RemoteTouchpoint {
  return {
    type: "like",
    remoteId: onceId("like", post, person.id),
    at: seenAt,
    person: personOf(person),
    onRemoteId: post,
  };
}

/** "Recommends" and "does not recommend" took the place of five stars and one. */
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
