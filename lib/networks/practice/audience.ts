import type { RemoteTouchpoint } from "../contract/remote.ts";
import { castOf, type Member } from "./cast.ts";
import { chance, wait } from "./chance.ts";
import { feedUrl, type PracticeAccount, type PracticePost } from "./feed.ts";
import { openingOf } from "./opening.ts";
import { phrase, topicOf } from "./phrases.ts";
import { whatTheyDo, type Reaction } from "./reactions.ts";

/**
 * Returns all reactions of the invented audience until `now`, in order of time. They are computed from the
 * posts only, and the reactions to a post never depend on later posts, so every call gives the same result.
 * `posts` is the account's whole history, oldest first.
 */
export function audienceUntil(
  account: Pick<PracticeAccount, "id" | "handle">,
  posts: readonly PracticePost[],
  now: Date,
): RemoteTouchpoint[] {
  const done = new Map<string, Reaction>();
  for (const reaction of reactionsOf(account.id, posts)) {
    const id = idOf(account.id, reaction);
    // A person reacts once per post and kind, and follows once; the earliest reaction counts, even if it is
    // in the future.
    if (reaction.at < (done.get(id)?.at ?? Infinity)) done.set(id, reaction);
  }
  return [...done.values()]
    .filter((reaction) => reaction.at <= now.getTime() && reaction.at < removal(reaction.post))
    .map((reaction) => touchpointOf(account, reaction))
    .toSorted(inOrder);
}

function removal(post: PracticePost): number {
  return post.removedAt?.getTime() ?? Infinity;
}

function idOf(accountId: string, { post, member, type, kind }: Reaction): string {
  return `${type === "follow" ? accountId : post.id}/${member.key}/${kind}`;
}

/** Compares by time, then by id. Cursors use this order. */
export function inOrder(one: Moment, other: Moment): number {
  return one.at.getTime() - other.at.getTime() || (one.remoteId < other.remoteId ? -1 : 1);
}

export interface Moment {
  readonly at: Date;
  readonly remoteId: string;
}

function* reactionsOf(accountId: string, posts: readonly PracticePost[]): Generator<Reaction> {
  const cast = castOf(accountId);
  const seen = new Set<string>();
  const firstShown = posts.find(({ replyTo }) => replyTo === null);
  const opened = firstShown?.postedAt.getTime() ?? 0;
  for (const post of posts) {
    yield* answersTo(post, cast);
    if (post.replyTo !== null) continue;
    const reactions = [...openingOf(post, cast, post === firstShown)];
    for (const member of cast)
      reactions.push(...whatTheyDo(member, post, { opened, isNew: !seen.has(member.key) }));
    yield* reactions;
    yield* helping(post, reactions, cast);
    yield* following(reactions, seen);
  }
}

/** A person whom the post mentions or answers says thank you. */
function* answersTo(post: PracticePost, cast: readonly Member[]): Generator<Reaction> {
  const text = post.text.toLowerCase();
  for (const member of cast) {
    const isAnswered = post.replyTo?.split("/")[1] === member.key;
    if (!isAnswered && !text.includes(`@${member.handle}`)) continue;
    const at = post.postedAt.getTime() + wait(chance(post.id, member.key, "thanks"), 6, 18);
    yield { post, member, kind: "thanks", type: "reply", at };
    yield { post, member, kind: "like", type: "like", at: at - 2_000 };
  }
}

/** Helpers answer the question of another member. */
function* helping(post: PracticePost, reactions: readonly Reaction[], cast: readonly Member[]) {
  const question = reactions.find((reaction) => reaction.kind === "question");
  if (!question) return;
  for (const member of cast) {
    if (member.part !== "helper" || chance(post.id, member.key, "helps") > 0.2) continue;
    const at = question.at + wait(chance(post.id, member.key, "helps-after"), 600, 18_000);
    yield { post, member, kind: "help", type: "reply", at, to: question.member } satisfies Reaction;
  }
}

/** Some members follow the account after their first reaction. */
function* following(reactions: readonly Reaction[], seen: Set<string>): Generator<Reaction> {
  for (const reaction of reactions) {
    if (seen.has(reaction.member.key)) continue;
    seen.add(reaction.member.key);
    if (!reaction.member.isFollower) continue;
    const at = reaction.at + wait(chance(reaction.member.key, "follows-after"), 4, 600);
    yield { ...reaction, kind: "follow", type: "follow", at };
  }
}

function touchpointOf(
  account: Pick<PracticeAccount, "id" | "handle">,
  reaction: Reaction,
): RemoteTouchpoint {
  const { post, member, type, kind } = reaction;
  const remoteId = idOf(account.id, reaction);
  const touchpoint = {
    remoteId,
    type,
    at: new Date(reaction.at),
    person: { remoteId: member.key, handle: member.handle, displayName: member.name },
    url: feedUrl(account.id, remoteId),
  };
  if (kind === "like" || kind === "repost" || kind === "follow")
    return type === "follow" ? touchpoint : { ...touchpoint, onRemoteId: post.id };
  return {
    ...touchpoint,
    ...(isAboutPost(type) && { onRemoteId: post.id }),
    replyTarget: { root: isAboutPost(type) ? post.id : remoteId, parent: remoteId },
    text: words(account, reaction, kind),
    ...(type === "review" && { stars: starsOf(reaction) }),
    ...(kind === "photo" && { hasImage: true }),
  };
}

function isAboutPost(type: RemoteTouchpoint["type"]): boolean {
  return type === "reply" || type === "quote";
}

function starsOf({ kind, post, member }: Reaction): number {
  if (kind === "sour-review") return 2;
  return chance(post.id, member.key, "stars") < 0.7 ? 5 : 4;
}

function words(
  account: Pick<PracticeAccount, "handle">,
  { post, member, to }: Reaction,
  kind: Parameters<typeof phrase>[1],
): string {
  // Contest hunters all write the same text.
  const seed = kind === "contest" ? "same" : `${post.id}/${member.key}`;
  const said = phrase(member.language, kind, topicOf(post.text), seed);
  const tag = kind === "mention" || kind === "photo" ? ` @${account.handle}` : "";
  return said.replace("{person}", `@${to?.handle ?? ""}`) + tag;
}
