import type { RemoteTouchpoint } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { onceId } from "../kit/once-id.ts";
import { callAs, type Answer } from "./call.ts";
import type { Cursor, Todo } from "./cursor.ts";
import { readPosts } from "./listing.ts";
import type { ReadingPrices, XSettings } from "./settings.ts";
import { personAt, quoteOf } from "./touchpoint.ts";
import { peopleAnswer, type XPost } from "./wire.ts";

/**
 * The number of additional entries to read beyond the growth, because some older ones may have been
 * withdrawn.
 */
const spare = 5;
const fewEnough = 20;

/**
 * Returns the lists to read for counts that grew, the cheapest kind first, and the counts that need no
 * reading.
 */
export function growthOf(before: Cursor, posts: readonly XPost[], day: string) {
  const counts: Cursor["counts"] = {};
  const todo: Todo[] = [];
  for (const post of posts) {
    const was = before.counts[post.id] ?? { like: 0, repost: 0, quote: 0 };
    const now = countsOf(post);
    const known = { ...was, day };
    for (const kind of cheapestFirst) {
      const isNewBy = now[kind] - was[kind];
      if (isNewBy > 0) todo.push({ postId: post.id, kind, count: now[kind], isNewBy });
      else known[kind] = now[kind];
    }
    counts[post.id] = known;
  }
  const rank = (one: Todo) => cheapestFirst.indexOf(one.kind);
  return { counts, todo: todo.toSorted((a, b) => rank(a) - rank(b)) };
}

const cheapestFirst = ["like", "quote", "repost"] as const;

function countsOf({ public_metrics: now }: XPost): Record<Todo["kind"], number> {
  return {
    like: now?.like_count ?? 0,
    quote: now?.quote_count ?? 0,
    repost: now?.repost_count ?? now?.retweet_count ?? 0,
  };
}

export function priceFor(kind: Todo["kind"], prices: ReadingPrices): number {
  return { like: prices.like, quote: prices.post, repost: prices.person }[kind];
}

/**
 * Returns how many entries to request; undefined if the budget is too small. X returns at least 10 quotes.
 */
export function sizeFor({ kind, count, isNewBy }: Todo, affordable: number): number | undefined {
  const least = kind === "quote" ? 10 : 1;
  const wanted = Math.max(Math.min(count, fewEnough), isNewBy + spare, least);
  const size = Math.min(wanted, affordable, 100);
  return size < least ? undefined : size;
}

export interface ReadList {
  readonly touchpoints: RemoteTouchpoint[];
  readonly read: number;
}

/**
 * Reads one list of people, newest first. X does not say when somebody liked a post, so the time of reading
 * is used.
 */
export async function readList(
  session: Session,
  settings: XSettings,
  { postId, kind }: Todo,
  size: number,
): Promise<Answer<ReadList>> {
  if (kind === "quote") return readQuotes(session, settings, postId, size);
  const path = `tweets/${postId}/${kind === "like" ? "liking_users" : "retweeted_by"}`;
  const params = { max_results: String(size), "user.fields": "profile_image_url" };
  const answer = await callAs(session, settings, peopleAnswer, ({ v2 }) => v2.get(path, params));
  if (answer.kind !== "ok") return answer;
  const people = answer.value.data;
  const touchpoints = people.map((person): RemoteTouchpoint => {
    const remoteId = onceId(kind, postId, person.id);
    const who = personAt(settings.web, person);
    return { remoteId, type: kind, at: session.now(), person: who, onRemoteId: postId };
  });
  return { kind: "ok", value: { touchpoints, read: people.length } };
}

async function readQuotes(
  session: Session,
  settings: XSettings,
  postId: string,
  size: number,
): Promise<Answer<ReadList>> {
  const path = `tweets/${postId}/quote_tweets`;
  const params = { max_results: String(size) };
  const answer = await readPosts(session, settings, {
    path,
    params,
    expansions: ["author", "references"],
  });
  if (answer.kind !== "ok") return answer;
  const { data, includes } = answer.value;
  const touchpoints = data
    .filter((post) => post.author_id !== session.account.remoteId)
    .map((post) => quoteOf(settings.web, post, postId, includes?.users ?? []));
  return { kind: "ok", value: { touchpoints, read: data.length } };
}
