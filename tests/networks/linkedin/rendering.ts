import type { Comment, News, Post, Reaction } from "./world.ts";

/** How LinkedIn shows what there is. */
export function renderPost(post: Post) {
  const { urn: id, author, content, createdAt } = post;
  return {
    id,
    author,
    // Hashtags come back as templates.
    commentary: post.commentary.replace(/(?<!\\)#([\p{L}\p{N}]+)/gu, String.raw`{hashtag|\#|$1}`),
    ...(content ? { content } : {}),
    createdAt,
    publishedAt: createdAt,
    lastModifiedAt: createdAt,
    lifecycleState: "PUBLISHED",
    lifecycleStateInfo: { isEditedByAuthor: false },
    visibility: "PUBLIC",
    distribution: { feedDistribution: "MAIN_FEED" },
    isReshareDisabledByAuthor: false,
  };
}

export function renderComment({ id, urn, actor, at, text, post, parent }: Comment) {
  const moment = { actor, time: at };
  return {
    $URN: urn,
    id,
    commentUrn: urn,
    actor,
    created: moment,
    lastModified: moment,
    message: { attributes: [], text },
    object: post.activity,
    ...(parent ? { parentComment: parent } : {}),
  };
}

export function renderReaction({ actor, at }: Reaction, { activity }: Post) {
  const moment = { actor, time: at };
  return {
    id: `urn:li:reaction:(${actor},${activity})`,
    reactionType: "LIKE",
    created: moment,
    lastModified: moment,
    root: activity,
  };
}

/** Whose a like is stays unsaid. */
export function renderNews(news: News, decorates: boolean) {
  const { id, page, action, at, post, comment, share } = news;
  const generated = comment?.urn ?? share?.urn;
  const made = decorates ? madeIn(news) : undefined;
  return {
    notificationId: id,
    organizationalEntity: page,
    action,
    ...(post ? { sourcePost: post.activity, decoratedSourcePost: entityOf(post) } : {}),
    ...(generated ? { generatedActivity: generated } : {}),
    ...(made ? { decoratedGeneratedActivity: made } : {}),
    lastModifiedAt: at,
  };
}

function madeIn({ comment, share }: News) {
  if (!comment) return share && { share: entityOf(share) };
  const { urn: entity, actor: owner, text, post } = comment;
  return { comment: { entity, owner, text, object: post.activity } };
}

function entityOf({ urn: entity, author: owner, commentary: text }: Post) {
  return { entity, owner, text, mediaCategory: "NONE" };
}
