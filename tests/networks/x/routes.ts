import type { XMedia } from "./media.ts";
import type { XMeter } from "./meter.ts";
import { createPost, priceOf } from "./posting.ts";
import { notFound, XProblem } from "./problem.ts";
import {
  listLikers,
  listMentions,
  listPosts,
  listQuotes,
  listReposters,
  lookUpPosts,
  Question,
} from "./reading.ts";
import { renderPerson, type Vocabulary } from "./rendering.ts";
import { postOf, type World, type XPerson } from "./world.ts";

/** Everything behind `/2/` that asks for a person's token. */
export interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: RegExp;
  readonly scope: string;
  readonly status?: number;
  answer(call: Call): unknown;
}

export interface Call {
  readonly world: World;
  readonly media: XMedia;
  readonly meter: XMeter;
  readonly us: XPerson;
  readonly id: string;
  readonly query: URLSearchParams;
  readonly json: Record<string, unknown>;
  readonly form: ReadonlyMap<string, Buffer>;
  readonly settings: {
    vocabulary: Vocabulary;
    listingLagMs: number;
    doMentionsOfRepliesCount: boolean;
  };
}

const prices = { post: 5_000, own: 1_000, person: 10_000, like: 1_000, delete: 10_000, alt: 5_000 };

export const routes: readonly Route[] = [
  {
    name: "create-post",
    method: "POST",
    path: /^\/2\/tweets$/,
    scope: "tweet.write",
    status: 201,
    answer: ({ world, media, meter, us, json, settings }) => {
      const price = priceOf(json["text"], json["reply"] !== undefined);
      if (meter.credit !== undefined && meter.credit < price) meter.charge(price);
      const { id, text } = createPost(world, media, us, json, settings);
      meter.charge(price);
      return { data: { id, text, [`edit_history_${settings.vocabulary}_ids`]: [id] } };
    },
  },
  {
    name: "delete-post",
    method: "DELETE",
    path: /^\/2\/tweets\/(\d{1,19})$/,
    scope: "tweet.write",
    answer: ({ world, meter, us, id }) => {
      const post = postOf(world, id);
      if (!post) throw new XProblem(404, notFound("tweet", id));
      if (post.authorId !== us.id)
        throw new XProblem(403, { title: "Forbidden", status: 403, detail: "Not your post." });
      meter.charge(prices.delete);
      post.isDeleted = true;
      return { data: { deleted: true } };
    },
  },
  {
    name: "list-posts",
    method: "GET",
    path: /^\/2\/users\/(\d{1,19})\/tweets$/,
    scope: "tweet.read",
    answer: ({ world, meter, us, query, settings }) => {
      const page = listPosts(world, us, asked(query, settings), settings.listingLagMs);
      return charged(meter, page, prices.own);
    },
  },
  {
    name: "list-mentions",
    method: "GET",
    path: /^\/2\/users\/(\d{1,19})\/mentions$/,
    scope: "tweet.read",
    answer: ({ world, meter, us, query, settings }) =>
      charged(meter, listMentions(world, us, asked(query, settings)), prices.own),
  },
  {
    name: "look-up-posts",
    method: "GET",
    path: /^\/2\/tweets$/,
    scope: "tweet.read",
    answer: ({ world, meter, query, settings }) =>
      charged(meter, lookUpPosts(world, asked(query, settings)), prices.own),
  },
  {
    name: "list-likers",
    method: "GET",
    path: /^\/2\/tweets\/(\d{1,19})\/liking_users$/,
    scope: "like.read",
    answer: ({ world, meter, us, id, query, settings }) =>
      charged(meter, listLikers(world, us, id, asked(query, settings)), prices.like),
  },
  {
    name: "list-reposters",
    method: "GET",
    path: /^\/2\/tweets\/(\d{1,19})\/retweeted_by$/,
    scope: "tweet.read",
    answer: ({ world, meter, id, query, settings }) =>
      charged(meter, listReposters(world, id, asked(query, settings)), prices.person),
  },
  {
    name: "list-quotes",
    method: "GET",
    path: /^\/2\/tweets\/(\d{1,19})\/quote_tweets$/,
    scope: "tweet.read",
    answer: ({ world, meter, id, query, settings }) =>
      charged(meter, listQuotes(world, id, asked(query, settings)), prices.post),
  },
  {
    name: "show-me",
    method: "GET",
    path: /^\/2\/users\/me$/,
    scope: "users.read",
    answer: ({ us, query, settings }) => ({
      data: renderPerson(us, asked(query, settings).userFields),
    }),
  },
  {
    name: "begin-upload",
    method: "POST",
    path: /^\/2\/media\/upload\/initialize$/,
    scope: "media.write",
    answer: ({ media, us, json }) => media.initialize(us.id, json),
  },
  {
    name: "upload",
    method: "POST",
    path: /^\/2\/media\/upload\/(\d{1,19})\/append$/,
    scope: "media.write",
    answer: ({ media, us, id, form }) => media.append(us.id, id, form),
  },
  {
    name: "end-upload",
    method: "POST",
    path: /^\/2\/media\/upload\/(\d{1,19})\/finalize$/,
    scope: "media.write",
    answer: ({ media, us, id }) => media.finalize(us.id, id),
  },
  {
    name: "show-upload",
    method: "GET",
    path: /^\/2\/media\/upload$/,
    scope: "media.write",
    answer: ({ media, us, query }) => media.status(us.id, query.get("media_id") ?? ""),
  },
  {
    name: "describe-medium",
    method: "POST",
    path: /^\/2\/media\/metadata$/,
    scope: "media.write",
    answer: ({ media, meter, us, json }) => {
      meter.charge(prices.alt);
      return media.describe(us.id, json);
    },
  },
];

function asked(query: URLSearchParams, { vocabulary }: Call["settings"]): Question {
  return new Question(query, vocabulary);
}

/** Reading is paid by what comes back. */
function charged<Page extends object>(meter: XMeter, page: Page, price: number): Page {
  const count = "data" in page && Array.isArray(page.data) ? page.data.length : 0;
  meter.charge(count * price);
  return page;
}
