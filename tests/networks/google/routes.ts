import { makePost, summaryIn } from "./posting.ts";
import { GoogleProblem, invalid, notFound } from "./problem.ts";
import type { State } from "./server.ts";
import { placeName, type Person, type Place, type Post, type Review } from "./world.ts";

interface Call extends State {
  readonly us: Person;
  /** What the path's pattern caught. */
  readonly caught: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
}

export interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: RegExp;
  readonly answer: (call: Call) => object | Promise<object>;
}

const place = "accounts/(\\d+)/locations/(\\d+)";
const v4 = (rest: string) => new RegExp(`^/v4/${place}${rest}$`);

export const routes: readonly Route[] = [
  {
    name: "accounts",
    method: "GET",
    path: /^\/v1\/accounts$/,
    answer: ({ us }) => ({
      accounts: [{ name: `accounts/${us.id}`, accountName: us.name, type: "PERSONAL" }],
    }),
  },
  {
    name: "places",
    method: "GET",
    path: /^\/v1\/accounts\/(\d+)\/locations$/,
    answer: (call) => {
      const own = call.world.places.filter(({ ownerId }) => ownerId === call.us.id);
      const { shown, nextPageToken } = page(call.query, own, 100);
      return { locations: shown.map((one) => shownPlace(call, one)), ...nextPageToken };
    },
  },
  {
    name: "place",
    method: "GET",
    path: /^\/v1\/locations\/(\d+)$/,
    answer: (call) => shownPlace(call, ownPlace(call, call.us.id, call.caught[0])),
  },
  {
    name: "make-post",
    method: "POST",
    path: v4("/localPosts"),
    answer: async (call) => shownPost(await makePost(call, placeIn(call), call.body)),
  },
  { name: "posts", method: "GET", path: v4("/localPosts"), answer: listPosts },
  {
    name: "post",
    method: "GET",
    path: v4("/localPosts/(\\d+)"),
    answer: (call) => shownPost(postIn(call)),
  },
  {
    name: "change-post",
    method: "PATCH",
    path: v4("/localPosts/(\\d+)"),
    answer: (call) => {
      if (call.query.get("updateMask") !== "summary") throw invalid("updateMask");
      const post = postIn(call);
      post.summary = summaryIn(call.body);
      return shownPost(post);
    },
  },
  {
    name: "delete-post",
    method: "DELETE",
    path: v4("/localPosts/(\\d+)"),
    answer: (call) => {
      postIn(call).isDeleted = true;
      return {};
    },
  },
  { name: "reviews", method: "GET", path: v4("/reviews"), answer: listReviews },
  {
    name: "review",
    method: "GET",
    path: v4("/reviews/(\\w+)"),
    answer: (call) => shownReview(call, reviewIn(call)),
  },
  {
    name: "reply",
    method: "PUT",
    path: v4("/reviews/(\\w+)/reply"),
    answer: (call) => {
      const { comment } = call.body;
      if (typeof comment !== "string" || !comment || Buffer.byteLength(comment) > 4_096)
        throw invalid("comment: 1 to 4096 bytes");
      reviewIn(call).reply = comment;
      return { comment, updateTime: call.world.now().toISOString() };
    },
  },
  {
    name: "delete-reply",
    method: "DELETE",
    path: v4("/reviews/(\\w+)/reply"),
    answer: (call) => {
      const review = reviewIn(call);
      if (review.reply === undefined) throw notFound();
      review.reply = undefined;
      return {};
    },
  },
];

function ownPlace({ world, us }: Call, owner = "", id = ""): Place {
  const found = world.places.find((one) => one.id === id && one.ownerId === owner);
  if (!found || owner !== us.id) throw notFound();
  if (!found.isVerified)
    throw new GoogleProblem(403, "PERMISSION_DENIED", "The location is not verified.");
  return found;
}

function placeIn(call: Call): Place {
  return ownPlace(call, call.caught[0], call.caught[1]);
}

function postIn(call: Call): Post {
  const name = `${placeName(placeIn(call))}/localPosts/${call.caught[2]}`;
  const post = call.world.posts.find((one) => one.name === name && !one.isDeleted);
  if (!post) throw notFound();
  return post;
}

function reviewIn(call: Call): Review {
  const { id: placeId } = placeIn(call);
  const review = call.world.reviews.find(
    (one) => one.id === call.caught[2] && one.placeId === placeId,
  );
  if (!review) throw notFound();
  return review;
}

/** In no order that anybody should rely on; what was just made shows only after a while. */
function listPosts(call: Call): object {
  const { id } = placeIn(call);
  const seen = call.world.now().getTime() - call.settings.listingLagMs;
  const posts = call.world.posts.filter(
    ({ placeId, isDeleted, at }) => placeId === id && !isDeleted && at.getTime() <= seen,
  );
  const { shown, nextPageToken } = page(call.query, posts, 100);
  return { localPosts: shown.map(shownPost), ...nextPageToken };
}

function listReviews(call: Call): object {
  if (call.query.get("orderBy") !== "updateTime desc") throw invalid("orderBy");
  const { id } = placeIn(call);
  const all = call.world.reviews
    .filter(({ placeId }) => placeId === id)
    .toReversed()
    .toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
  const { shown, nextPageToken } = page(call.query, all, 50);
  return { reviews: shown.map((one) => shownReview(call, one)), ...nextPageToken };
}

function page<Entry>(query: URLSearchParams, all: readonly Entry[], most: number) {
  const size = Number(query.get("pageSize") ?? 20);
  if (!Number.isInteger(size) || size < 1 || size > most) throw invalid("pageSize");
  const from = Number(Buffer.from(query.get("pageToken") ?? "", "base64url").toString() || 0);
  const next = Buffer.from(String(from + size)).toString("base64url");
  const nextPageToken = from + size < all.length ? { nextPageToken: next } : {};
  return { shown: all.slice(from, from + size), nextPageToken };
}

function shownPlace({ query }: Call, { id, title, town, isVerified }: Place): object {
  const fields = (query.get("readMask") ?? "").split(",");
  if (!fields.includes("title")) throw invalid("readMask is required.");
  return {
    name: `locations/${id}`,
    title,
    storefrontAddress: { locality: town, regionCode: "NL" },
    metadata: { hasVoiceOfMerchant: isVerified },
  };
}

function shownPost({ name, body, summary, state, at }: Post): object {
  const { media, ...rest } = body as { media?: object[] };
  return {
    ...rest,
    name,
    summary,
    state,
    createTime: at.toISOString(),
    updateTime: at.toISOString(),
    searchUrl: `https://local.google.com/place?id=1&use=posts&lpsid=${name.split("/").at(-1)}`,
    ...(media && {
      media: media.map(() => ({
        mediaFormat: "PHOTO",
        googleUrl: "https://lh3.googleusercontent.com/p/1",
      })),
    }),
  };
}

function shownReview({ world }: Call, review: Review): object {
  const { id, placeId, by, stars, comment, at, updatedAt, reply } = review;
  const found = world.places.find((one) => one.id === placeId);
  return {
    name: `${found ? placeName(found) : ""}/reviews/${id}`,
    reviewId: id,
    reviewer: by
      ? { displayName: by, profilePhotoUrl: "https://lh3.googleusercontent.com/a/1" }
      : { displayName: "A Google user", isAnonymous: true },
    starRating: ["ONE", "TWO", "THREE", "FOUR", "FIVE"][stars - 1],
    ...(comment && { comment }),
    createTime: at.toISOString(),
    updateTime: updatedAt.toISOString(),
    ...(reply && { reviewReply: { comment: reply, updateTime: updatedAt.toISOString() } }),
  };
}
