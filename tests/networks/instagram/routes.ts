import type { GraphRequest } from "../stand-in/graph-nodes.ts";
import { badParameter, noSuchObject } from "../stand-in/graph-problem.ts";
import { answersTo, ownMedia, page, shownComment, shownMedia, tagged } from "./reading.ts";
import type { State } from "./server.ts";
import { addPost, postOf, type Person } from "./world.ts";

export interface Call extends State {
  readonly us: Person;
  /** Of the path: `me` is us. */
  readonly id: string;
  readonly query: URLSearchParams;
  readonly isThroughFacebook: boolean;
}

export interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: RegExp;
  readonly scope: string;
  /** By Meta's description of its nodes: `User` and `Media` have two, by the way of signing in. */
  readonly by: Omit<GraphRequest, "method">;
  readonly answer: (call: Call) => object | Promise<object>;
}

const read = "instagram_business_basic";
const write = "instagram_business_content_publish";
const comments = "instagram_business_manage_comments";
const of = (node: string, edge: string, answers: string) => ({ node, edge, answers });

export const routes: readonly Route[] = [
  {
    name: "make-container",
    method: "POST",
    path: /^\/(\d+)\/media$/,
    scope: write,
    by: of("User", "media", "Media"),
    answer: ({ containers, us, query }) => containers.make(us, query),
  },
  {
    name: "publish",
    method: "POST",
    path: /^\/(\d+)\/media_publish$/,
    scope: write,
    by: of("User", "media_publish", "Media"),
    answer: ({ containers, us, query }) => containers.publish(us, query.get("creation_id") ?? ""),
  },
  {
    name: "allowance",
    method: "GET",
    path: /^\/(\d+)\/content_publishing_limit$/,
    scope: write,
    by: of("User", "content_publishing_limit", "ContentPublishingLimitResponse"),
    answer: ({ containers, us, settings }) => {
      const config = { quota_total: settings.postsPerDay, quota_duration: 86_400 };
      return { data: [{ quota_usage: containers.publishedToday(us), config }] };
    },
  },
  {
    name: "own-media",
    method: "GET",
    path: /^\/(\d+)\/media$/,
    scope: read,
    by: of("User", "media", "Media"),
    answer: (call) =>
      page(call, ownMedia(call), (one) => shownMedia(call, one), call.settings.listingLagMs),
  },
  {
    name: "tags",
    method: "GET",
    path: /^\/(\d+)\/tags$/,
    scope: read,
    by: of("User", "tags", "Media"),
    answer: (call) => page(call, tagged(call), (one) => shownMedia(call, one)),
  },
  {
    name: "answer-tag",
    method: "POST",
    path: /^\/(\d+)\/mentions$/,
    scope: comments,
    by: of("User", "mentions", "Media"),
    answer: (call) => comment(call, call.query.get("media_id") ?? ""),
  },
  {
    name: "profile",
    method: "GET",
    path: /^\/(me)$/,
    scope: read,
    by: of("User", "#get", "User"),
    answer: ({ us }) => shownProfile(us),
  },
  {
    name: "subscribe",
    method: "POST",
    path: /^\/(me)\/subscribed_apps$/,
    scope: comments,
    by: of("User", "subscribed_apps", "User"),
    answer: ({ webhooks, us, query }) => {
      webhooks.subscriptions.set(us.id, (query.get("subscribed_fields") ?? "").split(","));
      return { success: true };
    },
  },
  {
    name: "comment",
    method: "POST",
    path: /^\/(\d+)\/comments$/,
    scope: comments,
    by: of("Media", "comments", "IGComment"),
    answer: (call) => comment(call, call.id),
  },
  {
    name: "comment",
    method: "POST",
    path: /^\/(\d+)\/replies$/,
    scope: comments,
    by: of("IGComment", "replies", "IGComment"),
    answer: (call) => comment(call, call.id),
  },
  {
    name: "comments",
    method: "GET",
    path: /^\/(\d+)\/comments$/,
    scope: comments,
    by: of("Media", "comments", "IGComment"),
    answer: listAnswers,
  },
  {
    name: "replies",
    method: "GET",
    path: /^\/(\d+)\/replies$/,
    scope: comments,
    by: of("IGComment", "replies", "IGComment"),
    answer: listAnswers,
  },
  {
    name: "show",
    method: "GET",
    path: /^\/(\d+)$/,
    scope: read,
    by: of("Media", "#get", "Media"),
    answer: show,
  },
  {
    name: "delete",
    method: "DELETE",
    path: /^\/(\d+)$/,
    scope: comments,
    by: of("Media", "#delete", "Media"),
    answer: (call) => {
      const post = postOf(call.world, call.id);
      const isOurs = post?.authorId === call.us.id;
      const mayDelete = post?.replyTo !== undefined || call.isThroughFacebook;
      if (!post || !isOurs || !mayDelete) throw noSuchObject(call.id);
      post.isDeleted = true;
      return { success: true };
    },
  },
];

export function shownProfile({ id, username, name }: Person): object {
  return {
    id,
    user_id: id,
    username,
    name,
    profile_picture_url: "https://instagram.example/us.jpg",
    followers_count: 321,
  };
}

function listAnswers(call: Call): object {
  const above = postOf(call.world, call.id);
  if (!above) throw noSuchObject(call.id);
  return page(call, answersTo(call, above), (one) => shownComment(call, one));
}

function comment({ world, us, query }: Call, on: string): object {
  const above = postOf(world, on);
  if (!above) throw noSuchObject(on);
  // The comment is made, and the answer fails: nobody should ask for fields here.
  const text = query.get("message") ?? "";
  if (!text.trim()) throw badParameter("message is expected");
  const made = addPost(world, us, { text, replyTo: above.id });
  if (query.has("fields")) throw badParameter("Tried accessing nonexisting field");
  return { id: made.id };
}

function show(call: Call): object {
  const { containers, us, id, world } = call;
  if (id === us.id) return shownProfile(us);
  const container = containers.show(us, id);
  if (container) return container;
  const post = postOf(world, id);
  if (!post) throw noSuchObject(id);
  return post.replyTo ? shownComment(call, post) : shownMedia(call, post);
}
