import type { Runtime } from "../../kernel/context.ts";
import type { RemoteTouchpoint } from "../contract/remote.ts";
import { audienceUntil } from "./audience.ts";
import type { PracticeAccount, PracticeImage, PracticePost } from "./feed.ts";
import { findPracticeAccount, listPracticePosts } from "./repository.ts";

export interface Feed {
  readonly account: PracticeAccount;
  readonly followers: number;
  readonly entries: readonly FeedEntry[];
}

/** A text in the feed, with the reactions to it. */
export interface FeedEntry {
  readonly id: string;
  readonly kind: "post" | "reply" | "quote" | "mention" | "review";
  readonly name: string;
  readonly handle: string;
  readonly at: Date;
  readonly text: string;
  readonly images: readonly PracticeImage[];
  /** The person says that they attached a photo; there is no image file. */
  readonly hasPhoto: boolean;
  readonly stars: number | undefined;
  /** Display names. */
  readonly likes: readonly string[];
  readonly reposts: readonly string[];
  readonly answers: readonly FeedEntry[];
}

const shown = 20;
const answersShown = 12;
/** How long a feed is cached in milliseconds: it is public, and computing it reads the whole history. */
const keptMs = 4_000;
const keptAtMost = 100;

interface Kept {
  readonly at: number;
  readonly feed: Promise<Feed>;
}

/** Cached feeds per database, by account id; the oldest comes first. */
const kept = new WeakMap<object, Map<string, Kept>>();

/** Returns the public feed of an account, newest first; undefined if there is no such account. */
export async function showFeed(
  runtime: Pick<Runtime, "db" | "clock">,
  accountId: string,
): Promise<Feed | undefined> {
  const account = await findPracticeAccount(runtime.db, { id: accountId });
  if (!account) return undefined;
  const feeds = kept.get(runtime.db) ?? new Map<string, Kept>();
  kept.set(runtime.db, feeds);
  const at = runtime.clock.now().getTime();
  const known = feeds.get(accountId);
  if (known && at >= known.at && at - known.at < keptMs) return known.feed;
  const feed = readFeed(runtime, account);
  feeds.delete(accountId);
  feeds.set(accountId, { at, feed });
  feed.catch(() => feeds.delete(accountId));
  const [oldest] = feeds.keys();
  if (feeds.size > keptAtMost && oldest !== undefined) feeds.delete(oldest);
  return feed;
}

async function readFeed(
  runtime: Pick<Runtime, "db" | "clock">,
  account: PracticeAccount,
): Promise<Feed> {
  const posts = await listPracticePosts(runtime.db, account.id);
  const audience = audienceUntil(account, posts, runtime.clock.now());
  const written = [
    ...posts.filter((post) => !post.removedAt).map((post) => ({ on: post.replyTo, post })),
    ...audience
      .filter(({ text }) => text !== undefined)
      .map((said) => ({ on: said.onRemoteId ?? null, said })),
  ];
  const about = grouped(written, ({ on }) => on ?? "");
  const done = grouped(audience, ({ onRemoteId }) => onRemoteId ?? "");
  const names = (id: string, type: RemoteTouchpoint["type"]) =>
    (done.get(id) ?? [])
      .filter((one) => one.type === type)
      .map((one) => one.person.displayName ?? "");

  const entry = (one: Written): FeedEntry => {
    const told = "post" in one ? fromPost(account, one.post) : fromAudience(one.said);
    const answers = (about.get(told.id) ?? []).map(entry).toSorted(oldestFirst);
    answers.splice(answersShown);
    return { ...told, likes: names(told.id, "like"), reposts: names(told.id, "repost"), answers };
  };
  const top = (about.get("") ?? []).map(entry).toSorted((one, two) => oldestFirst(two, one));
  const followers = audience.filter(({ type }) => type === "follow").length;
  return { account, followers, entries: top.slice(0, shown) };
}

type Written = { post: PracticePost } | { said: RemoteTouchpoint };

function grouped<Value>(values: readonly Value[], key: (value: Value) => string) {
  const groups = new Map<string, Value[]>();
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
  return groups;
}

function oldestFirst(one: FeedEntry, two: FeedEntry): number {
  return one.at.getTime() - two.at.getTime();
}

function fromPost({ displayName, handle }: PracticeAccount, post: PracticePost) {
  const { id, text, images, postedAt } = post;
  const self = { kind: "post" as const, name: displayName, handle };
  return { ...self, id, text, images, at: postedAt, hasPhoto: false, stars: undefined };
}

/** Kinds that are shown as themselves; everything else is shown as a reply. */
const ownKinds: ReadonlySet<RemoteTouchpoint["type"]> = new Set(["quote", "mention", "review"]);

function fromAudience({ remoteId, type, person, at, text, stars, hasImage }: RemoteTouchpoint) {
  const kind = ownKinds.has(type) ? (type as FeedEntry["kind"]) : "reply";
  return {
    id: remoteId,
    kind,
    name: person.displayName ?? "",
    handle: person.handle ?? "",
    at,
    text: text ?? "",
    images: [],
    hasPhoto: hasImage ?? false,
    stars,
  };
}
