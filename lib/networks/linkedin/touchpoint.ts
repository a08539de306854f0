import type { RemotePerson, RemoteTouchpoint } from "../contract/remote.ts";
import { onceId } from "../kit/once-id.ts";
import { postAddress } from "./failure.ts";
import { plainText } from "./little-text.ts";
import { publishedComment } from "./request.ts";
import type { LinkedInSettings } from "./settings.ts";
import { idIn, isOrganization } from "./urn.ts";
import type { CommentAnswer, NotificationAnswer, ReactionAnswer } from "./wire.ts";

/**
 * Converts a person or page. The URN is valid for this app only. LinkedIn allows no storing of names, so the
 * display name is made from the id; people can change it here.
 */
export function personOf(web: string, who: string): RemotePerson {
  const handle = idIn(who);
  const isPage = isOrganization(who);
  return {
    remoteId: who,
    handle,
    displayName: `LinkedIn ${isPage ? handle : handle.slice(-4)}`,
    ...(isPage ? { url: `${web}/company/${handle}` } : {}),
  };
}

/** Returns the post that a notification is about, by the URN under which it is stored. */
export function postIn({ decoratedSourcePost, sourcePost }: NotificationAnswer) {
  return decoratedSourcePost?.entity ?? sourcePost;
}

/** Converts a notification; undefined if it does not contain the activity, or the activity is our own. */
export function touchpointIn(
  settings: LinkedInSettings,
  news: NotificationAnswer,
  us: string,
): RemoteTouchpoint | undefined {
  const { comment, share } = news.decoratedGeneratedActivity ?? {};
  const made = comment ?? share;
  if (!made || made.owner === us) return undefined;
  const post = postIn(news);
  const seen = { at: new Date(news.lastModifiedAt), person: personOf(settings.web, made.owner) };
  const of = { settings, post, seen };
  if (comment)
    return commentOf(of, news.action, { ...comment, words: wordsOf(settings, comment.text) });
  return shareOf(of, news.action, { entity: made.entity, text: plainText(made.text ?? "") });
}

function shareOf(
  { settings, post, seen }: Of,
  action: string,
  { entity, text }: { entity: string; text: string },
): RemoteTouchpoint | undefined {
  const url = postAddress(settings.web, entity);
  const made = { ...seen, remoteId: entity, url, ...targeted({ post: entity }) };
  const words = wordsOf(settings, text);
  if (action === "SHARE_MENTION") return { ...made, ...words, type: "mention" };
  if (action !== "SHARE" || !post) return undefined;
  return { ...made, ...words, type: text.trim() ? "quote" : "repost", onRemoteId: post };
}

interface Of {
  readonly settings: LinkedInSettings;
  readonly post: string | undefined;
  readonly seen: { readonly at: Date; readonly person: RemotePerson };
}

function commentOf(
  { settings, post, seen }: Of,
  action: string,
  {
    entity,
    object,
    words,
  }: { entity: string; object?: string | undefined; words: { text?: string } },
): RemoteTouchpoint | undefined {
  const under = object ?? post;
  if (!under) return undefined;
  const target = { post: under, comment: entity };
  const { url } = publishedComment(settings, target, entity);
  const made = { ...seen, remoteId: entity, url, ...targeted(target), ...words };
  if (action === "COMMENT_MENTION") return { ...made, type: "mention" };
  return post ? { ...made, type: "reply", onRemoteId: post } : undefined;
}

/** Converts a comment that was read under one of our posts. */
export function readComment(
  settings: LinkedInSettings,
  post: string,
  { commentUrn, actor, created, message, parentComment }: CommentAnswer,
): RemoteTouchpoint {
  const target = { post, comment: parentComment ?? commentUrn };
  return {
    type: "reply",
    remoteId: commentUrn,
    at: new Date(created.time),
    person: personOf(settings.web, actor),
    onRemoteId: post,
    url: publishedComment(settings, { post }, commentUrn).url,
    ...targeted(target),
    ...wordsOf(settings, message.text),
  };
}

export function likeOf(
  { web }: LinkedInSettings,
  post: string,
  { created: { actor, time } }: ReactionAnswer,
): RemoteTouchpoint {
  return {
    type: "like",
    remoteId: onceId("like", post, actor),
    at: new Date(time),
    person: personOf(web, actor),
    onRemoteId: post,
  };
}

function targeted(target: { post: string; comment?: string }) {
  return { replyTarget: { root: { post: target.post }, parent: target } };
}

/**
 * Returns the text only if the operator enabled storing it: LinkedIn allows 48 hours, and touchpoints have no
 * end.
 */
function wordsOf({ keepsWords }: LinkedInSettings, text: string | undefined): { text?: string } {
  return keepsWords && text?.trim() ? { text } : {};
}
