import type { RemoteTouchpoint } from "../remote.ts";
import { castOf, type Member } from "./cast.ts";
import { chance, wait } from "./chance.ts";
import { whatTheyDo, type Deed } from "./deeds.ts";
import { feedUrl, type PracticeAccount, type PracticePost } from "./feed.ts";
import { openingOf } from "./opening.ts";
import { phrase, topicOf } from "./phrases.ts";

/**
 * Everything the audience did until `now`, in the order it happened. Computed from the posts alone and
 * never from later ones, so whoever asks, however often and from wherever, sees the same.
 * `posts` is the account's whole history, oldest first.
 */
export function audienceUntil(
  account: Pick<PracticeAccount, "id" | "handle">,
  posts: readonly PracticePost[],
  now: Date,
): RemoteTouchpoint[] {
  const done = new Map<string, Deed>();
  for (const deed of deedsOf(account.id, posts)) {
    const id = idOf(account.id, deed);
    // Somebody likes a post once: the earliest counts, whether or not it has happened yet.
    if (deed.at < (done.get(id)?.at ?? Infinity)) done.set(id, deed);
  }
  return [...done.values()]
    .filter((deed) => deed.at <= now.getTime() && deed.at < removal(deed.post))
    .map((deed) => told(account, deed))
    .toSorted(inOrder);
}

function removal(post: PracticePost): number {
  return post.removedAt?.getTime() ?? Infinity;
}

function idOf(accountId: string, { post, member, type, kind }: Deed): string {
  return `${type === "follow" ? accountId : post.id}/${member.key}/${kind}`;
}

/** By time, then by id: the order that a cursor walks. */
export function inOrder(one: Moment, other: Moment): number {
  return one.at.getTime() - other.at.getTime() || (one.remoteId < other.remoteId ? -1 : 1);
}

export interface Moment {
  readonly at: Date;
  readonly remoteId: string;
}

function* deedsOf(accountId: string, posts: readonly PracticePost[]): Generator<Deed> {
  const cast = castOf(accountId);
  const seen = new Set<string>();
  const firstShown = posts.find(({ replyTo }) => replyTo === null);
  const opened = firstShown?.postedAt.getTime() ?? 0;
  for (const post of posts) {
    yield* answersTo(post, cast);
    if (post.replyTo !== null) continue;
    const deeds = [...openingOf(post, cast, post === firstShown)];
    for (const member of cast)
      deeds.push(...whatTheyDo(member, post, { opened, isNew: !seen.has(member.key) }));
    yield* deeds;
    yield* helping(post, deeds, cast);
    yield* following(deeds, seen);
  }
}

/** Whoever we name or answer says thank you. */
function* answersTo(post: PracticePost, cast: readonly Member[]): Generator<Deed> {
  const text = post.text.toLowerCase();
  for (const member of cast) {
    const isAnswered = post.replyTo?.split("/")[1] === member.key;
    if (!isAnswered && !text.includes(`@${member.handle}`)) continue;
    const at = post.postedAt.getTime() + wait(chance(post.id, member.key, "thanks"), 6, 18);
    yield { post, member, kind: "thanks", type: "reply", at };
    yield { post, member, kind: "like", type: "like", at: at - 2_000 };
  }
}

/** Those who know answer those who ask. */
function* helping(post: PracticePost, deeds: readonly Deed[], cast: readonly Member[]) {
  const question = deeds.find((deed) => deed.kind === "question");
  if (!question) return;
  for (const member of cast) {
    if (member.part !== "helper" || chance(post.id, member.key, "helps") > 0.2) continue;
    const at = question.at + wait(chance(post.id, member.key, "helps-after"), 600, 18_000);
    yield { post, member, kind: "help", type: "reply", at, to: question.member } satisfies Deed;
  }
}

/** Some follow after the first thing they did. */
function* following(deeds: readonly Deed[], seen: Set<string>): Generator<Deed> {
  for (const deed of deeds) {
    if (seen.has(deed.member.key)) continue;
    seen.add(deed.member.key);
    if (!deed.member.isFollower) continue;
    const at = deed.at + wait(chance(deed.member.key, "follows-after"), 4, 600);
    yield { ...deed, kind: "follow", type: "follow", at };
  }
}

function told(account: Pick<PracticeAccount, "id" | "handle">, deed: Deed): RemoteTouchpoint {
  const { post, member, type, kind } = deed;
  const remoteId = idOf(account.id, deed);
  const touchpoint = {
    remoteId,
    type,
    at: new Date(deed.at),
    person: { remoteId: member.key, handle: member.handle, displayName: member.name },
    url: feedUrl(account.id, remoteId),
  };
  if (kind === "like" || kind === "repost" || kind === "follow")
    return type === "follow" ? touchpoint : { ...touchpoint, onRemoteId: post.id };
  return {
    ...touchpoint,
    ...(isAboutPost(type) && { onRemoteId: post.id }),
    replyTarget: { root: isAboutPost(type) ? post.id : remoteId, parent: remoteId },
    text: words(account, deed, kind),
    ...(type === "review" && { stars: starsOf(deed) }),
    ...(kind === "photo" && { hasImage: true }),
  };
}

function isAboutPost(type: RemoteTouchpoint["type"]): boolean {
  return type === "reply" || type === "quote";
}

function starsOf({ kind, post, member }: Deed): number {
  if (kind === "sour-review") return 2;
  return chance(post.id, member.key, "stars") < 0.7 ? 5 : 4;
}

function words(
  account: Pick<PracticeAccount, "handle">,
  { post, member, to }: Deed,
  kind: Parameters<typeof phrase>[1],
): string {
  // Contest hunters copy each other's words; everybody else has their own.
  const seed = kind === "contest" ? "same" : `${post.id}/${member.key}`;
  const said = phrase(member.language, kind, topicOf(post.text), seed);
  const tag = kind === "mention" || kind === "photo" ? ` @${account.handle}` : "";
  return said.replace("{person}", `@${to?.handle ?? ""}`) + tag;
}
