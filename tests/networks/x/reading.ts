import { forbidden, invalid, notFound } from "./problem.ts";
import { renderPerson, renderPost, type Asked, type Vocabulary } from "./rendering.ts";
import { isAfter, names, personOf, postOf, type World, type XPerson, type XPost } from "./world.ts";

/** What one reading request asks for. */
export class Question {
  readonly #query: URLSearchParams;
  readonly asked: Asked;
  readonly userFields: ReadonlySet<string>;

  constructor(query: URLSearchParams, vocabulary: Vocabulary) {
    this.#query = query;
    for (const name of query.keys())
      if (!parametersOf(vocabulary).has(name))
        throw invalid(`The query parameter [${name}] is not one of the known ones`, { [name]: [] });
    this.asked = {
      fields: list(query.get(`${vocabulary}.fields`)),
      expansions: list(query.get("expansions")),
      vocabulary,
    };
    this.userFields = list(query.get("user.fields"));
  }

  get(name: string): string | undefined {
    return this.#query.get(name) ?? undefined;
  }

  limit(least: number, usual: number): number {
    const asked = Number(this.get("max_results") ?? usual);
    if (!Number.isInteger(asked) || asked < least || asked > 100)
      throw invalid(`max_results is not between ${least} and 100`);
    return asked;
  }
}

function parametersOf(vocabulary: Vocabulary): ReadonlySet<string> {
  const shared =
    "ids max_results pagination_token start_time end_time since_id until_id exclude expansions user.fields media.fields poll.fields place.fields command media_id";
  return new Set([...shared.split(" "), `${vocabulary}.fields`]);
}

/** Own posts, newest first, as far as the index has got. */
export function listPosts(world: World, author: XPerson, question: Question, lagMs: number) {
  const seen = world.now().getTime() - lagMs;
  const own = world.posts.filter(
    (post) => post.authorId === author.id && post.createdAt.getTime() <= seen,
  );
  return pageOfPosts(world, own, question);
}

/** Posts of others that name us, X's own leading names included: mentions and replies. */
export function listMentions(world: World, us: XPerson, question: Question) {
  const found = world.posts.filter(
    (post) => post.authorId !== us.id && names(post.text).includes(us.username.toLowerCase()),
  );
  return pageOfPosts(world, found, question);
}

export function listQuotes(world: World, postId: string, question: Question) {
  const found = world.posts.filter(({ quotes }) => quotes === postId);
  return pageOfPosts(world, found, question, 10);
}

export function lookUpPosts(world: World, question: Question) {
  const ids = (question.get("ids") ?? "").split(",");
  if (ids.length > 100 || ids.some((id) => !/^\d{1,19}$/.test(id)))
    throw invalid("ids: 1 to 100 ids");
  const found = ids.flatMap((id) => postOf(world, id) ?? []);
  const missing = ids.filter((id) => !postOf(world, id));
  return {
    ...(found.length > 0
      ? { data: found.map((post) => renderPost(world, post, question.asked)) }
      : {}),
    ...(missing.length > 0 ? { errors: missing.map((id) => notFound("tweet", id)) } : {}),
  };
}

/** Who liked it: its author alone may ask, and hears of a hundred at most. */
export function listLikers(world: World, us: XPerson, postId: string, question: Question) {
  const post = postOf(world, postId);
  if (!post) return { errors: [notFound("tweet", postId)] };
  if (post.authorId !== us.id) throw forbidden("Likes are private to the post's author.");
  const marks = world.likes.filter((like) => like.postId === postId).slice(-100);
  return pageOfPeople(world, marks.map(({ personId }) => personId).toReversed(), question);
}

export function listReposters(world: World, postId: string, question: Question) {
  if (!postOf(world, postId)) return { errors: [notFound("tweet", postId)] };
  const marks = world.reposts.filter((repost) => repost.postId === postId);
  return pageOfPeople(world, marks.map(({ personId }) => personId).toReversed(), question);
}

function pageOfPosts(world: World, found: readonly XPost[], question: Question, least = 5) {
  const since = question.get("since_id");
  const start = question.get("start_time");
  const end = question.get("end_time");
  const before = question.get("pagination_token");
  const size = question.limit(least, 10);
  const matching = found
    .filter(
      (post) =>
        !post.isDeleted &&
        (!since || isAfter(post.id, since)) &&
        (!start || post.createdAt >= new Date(start)) &&
        (!end || post.createdAt < new Date(end)) &&
        (!before || isAfter(before.slice(1), post.id)),
    )
    .toSorted((a, b) => (isAfter(a.id, b.id) ? -1 : 1));
  const page = matching.slice(0, size);
  const [first, last] = [page[0], page.at(-1)];
  const next = matching.length > size && last ? { next_token: `b${last.id}` } : {};
  if (!first || !last) return { meta: { result_count: 0 } };
  return {
    data: page.map((post) => renderPost(world, post, question.asked)),
    ...includesOf(world, page, question),
    meta: { result_count: page.length, newest_id: first.id, oldest_id: last.id, ...next },
  };
}

function includesOf(world: World, page: readonly XPost[], { asked, userFields }: Question) {
  if (!asked.expansions.has("author_id")) return {};
  const ids = new Set(page.map(({ authorId }) => authorId));
  return {
    includes: { users: [...ids].map((id) => renderPerson(personOf(world, id), userFields)) },
  };
}

function pageOfPeople(world: World, ids: readonly string[], question: Question) {
  const size = question.limit(1, 100);
  const from = Number(question.get("pagination_token")?.slice(1) ?? 0);
  const page = ids.slice(from, from + size);
  if (page.length === 0) return { meta: { result_count: 0 } };
  const next = from + size < ids.length ? { next_token: `p${from + size}` } : {};
  return {
    data: page.map((id) => renderPerson(personOf(world, id), question.userFields)),
    meta: { result_count: page.length, ...next },
  };
}

function list(value: string | null): ReadonlySet<string> {
  return new Set(value ? value.split(",") : []);
}
