import type { GraphRequest } from "../stand-in/graph-nodes.ts";
import { noSuchObject } from "../stand-in/graph-problem.ts";
import { changeText, createComment, createPost, like, takeDown, uploadPhoto } from "./posting.ts";
import {
  commentsOn,
  publishedPosts,
  ratings,
  reactionsTo,
  shownComment,
  shownPost,
  strangersPosts,
} from "./reading.ts";
import type { State } from "./server.ts";
import { commentOf, postOf, type Page } from "./world.ts";

export interface Call extends State {
  /** Whose token it is. */
  readonly page: Page;
  /** Of the path. */
  readonly id: string;
  readonly query: URLSearchParams;
  readonly file: Buffer | undefined;
}

export interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: RegExp;
  readonly scope: string;
  /** By Meta's description of its nodes. */
  readonly by: Omit<GraphRequest, "method">;
  readonly answer: (call: Call) => object | Promise<object>;
}

const onPage = (edge: string, answers: string) => ({ node: "Page", edge, answers });
const onPost = (edge: string, answers: string) => ({ node: "PagePost", edge, answers });
const read = "pages_read_engagement";
const write = "pages_manage_posts";
const engage = "pages_manage_engagement";
const strangers = "pages_read_user_content";

/** `/{page}/…` come first: their ids have no `_`. */
export const routes: readonly Route[] = [
  ["create-post", "POST", /^\/(\d+)\/feed$/, write, onPage("feed", "PagePost"), createPost],
  ["upload", "POST", /^\/(\d+)\/photos$/, write, onPage("photos", "Photo"), uploadPhoto],
  [
    "own-posts",
    "GET",
    /^\/(\d+)\/published_posts$/,
    read,
    onPage("published_posts", "PagePost"),
    publishedPosts,
  ],
  [
    "tagged",
    "GET",
    /^\/(\d+)\/tagged$/,
    strangers,
    onPage("tagged", "PagePost"),
    (call: Call) => strangersPosts(call, false),
  ],
  [
    "visitor-posts",
    "GET",
    /^\/(\d+)\/visitor_posts$/,
    strangers,
    onPage("visitor_posts", "PagePost"),
    (call: Call) => strangersPosts(call, true),
  ],
  [
    "subscribe",
    "POST",
    /^\/(\d+)\/subscribed_apps$/,
    "pages_manage_metadata",
    onPage("subscribed_apps", "Page"),
    ({ webhooks, page, query }: Call) => {
      webhooks.subscriptions.set(page.id, (query.get("subscribed_fields") ?? "").split(","));
      return { success: true };
    },
  ],
  ["ratings", "GET", /^\/(\d+)\/ratings$/, strangers, onPage("ratings", "Recommendation"), ratings],
  [
    "comment",
    "POST",
    /^\/(\d+_\d+)\/comments$/,
    engage,
    onPost("comments", "Comment"),
    createComment,
  ],
  ["comments", "GET", /^\/(\d+_\d+)\/comments$/, read, onPost("comments", "Comment"), commentsOn],
  ["like", "POST", /^\/(\d+_\d+)\/likes$/, engage, onPost("likes", "Profile"), like],
  [
    "reactions",
    "GET",
    /^\/(\d+_\d+)\/reactions$/,
    read,
    onPost("reactions", "Profile"),
    (call: Call) => reactionsTo(call, ownPost(call)),
  ],
  [
    "profile",
    "GET",
    /^\/(\d+)$/,
    read,
    onPage("#get", "Page"),
    ({ page }: Call) => shownPage(page),
  ],
  ["show", "GET", /^\/(\d+_\d+)$/, read, onPost("#get", "PagePost"), show],
  ["edit", "POST", /^\/(\d+_\d+)$/, write, onPost("#update", "PagePost"), changeText],
  ["delete", "DELETE", /^\/(\d+_\d+)$/, write, onPost("#delete", "PagePost"), takeDown],
].map(([name, method, path, scope, by, answer]) => ({
  name,
  method,
  path,
  scope,
  by,
  answer,
})) as readonly Route[];

export function shownPage({ id, name, username }: Page): object {
  const picture = { data: { url: "https://facebook.example/page.jpg" } };
  return { id, name, followers_count: 321, ...(username && { username }), picture };
}

function ownPost({ world, page, id }: Call) {
  const post = postOf(world, id);
  if (!post || post.authorId !== page.id) throw noSuchObject(id);
  return post;
}

function show(call: Call): object {
  const post = postOf(call.world, call.id);
  if (post) return shownPost(call, post);
  const comment = commentOf(call.world, call.id);
  if (!comment) throw noSuchObject(call.id);
  return shownComment(call, comment);
}
