import type { RemoteTouchpoint } from "../contract/remote.ts";
import { namesIn } from "../contract/tool-rules.ts";
import type { OthersPost } from "./reply-target.ts";
import { postAddress } from "./request.ts";
import { readable, withoutLead } from "./text.ts";
import { names } from "./tool-rules.ts";
import type { XPerson, XPost } from "./wire.ts";

/** Converts somebody's post that mentions us: a reply if X put our name before it, else a mention. */
export function mentionOf(
  web: string,
  post: XPost,
  us: string,
  people: readonly XPerson[],
): RemoteTouchpoint {
  const answered = post.references.find(({ type }) => type === "replied_to")?.id;
  const isReply = answered !== undefined && namesIn(post.text, { names })[0] === us.toLowerCase();
  // Only a mention that the author typed addresses us, not the name that X puts before a reply.
  const typed = answered === undefined ? post.text : withoutLead(post.text);
  const isSummons = namesIn(typed, { names }).includes(us.toLowerCase());
  return {
    ...touchpointOf(web, post, people, isSummons),
    type: isReply ? "reply" : "mention",
    ...(answered === undefined ? {} : answeredBy(post, answered, people, us)),
  };
}

/**
 * Returns which post of ours the reply is about. X puts the answered name first; if that is a third person,
 * the conversation's first post is used.
 */
function answeredBy(post: XPost, answered: string, people: readonly XPerson[], us: string) {
  const [first] = namesIn(post.text, { names });
  const author = people.find(({ id }) => id === post.author_id)?.username.toLowerCase();
  if (first === undefined || first === us.toLowerCase() || first === author)
    return { onRemoteId: answered };
  return { onRemoteId: post.conversation_id ?? answered, isAnswerToOther: true };
}

export function quoteOf(
  web: string,
  post: XPost,
  postId: string,
  people: readonly XPerson[],
): RemoteTouchpoint {
  return { ...touchpointOf(web, post, people, true), type: "quote", onRemoteId: postId };
}

function touchpointOf(web: string, post: XPost, people: readonly XPerson[], isSummons: boolean) {
  const id = post.author_id ?? "";
  const author = people.find((one) => one.id === id) ?? { id, username: id };
  const isAnswer = post.references.some(({ type }) => type === "replied_to");
  const text = isAnswer ? withoutLead(readable(post)) : readable(post);
  const parent: OthersPost = { id: post.id, by: author.username, isSummons };
  return {
    remoteId: post.id,
    at: new Date(post.created_at ?? 0),
    person: personAt(web, author),
    url: postAddress(web, author.username, post.id),
    replyTarget: { root: { id: post.conversation_id ?? post.id }, parent },
    hasImage: (post.attachments?.media_keys?.length ?? 0) > 0,
    ...(text ? { text } : {}),
  };
}

export function personAt(
  web: string,
  { id, username, name, profile_image_url: avatarUrl }: XPerson,
): RemoteTouchpoint["person"] {
  return {
    remoteId: id,
    handle: username,
    displayName: name?.trim() || username,
    url: `${web}/${username}`,
    ...(avatarUrl ? { avatarUrl } : {}),
  };
}
