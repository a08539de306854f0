import { GraphProblem, noSuchObject, notAllowed } from "../stand-in/graph-problem.ts";
import { conversation, insights, mentions, ownPosts, page, shownPost } from "./reading.ts";
import type { State } from "./server.ts";
import { postOf, type Person } from "./world.ts";

export interface Call extends State {
  readonly us: Person;
  /** Of the path: `me` is us. */
  readonly id: string;
  readonly query: URLSearchParams;
}

export interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: RegExp;
  readonly scope: string;
  readonly answer: (call: Call) => object | Promise<object>;
}

const mostDeletionsADay = 100;

export const routes: readonly Route[] = [
  {
    name: "make-container",
    method: "POST",
    path: /^\/([^/]+)\/threads$/,
    scope: "threads_content_publish",
    answer: ({ containers, us, query }) => containers.make(us, query),
  },
  {
    name: "publish",
    method: "POST",
    path: /^\/([^/]+)\/threads_publish$/,
    scope: "threads_content_publish",
    answer: ({ containers, us, query }) => containers.publish(us, query.get("creation_id") ?? ""),
  },
  {
    name: "profile",
    method: "GET",
    path: /^\/(me)$/,
    scope: "threads_basic",
    answer: ({ us: { id, username, name } }) => ({ id, username, name }),
  },
  {
    name: "own-posts",
    method: "GET",
    path: /^\/(me)\/threads$/,
    scope: "threads_basic",
    answer: (call) => page(call, ownPosts(call, false), call.settings.listingLagMs),
  },
  {
    name: "own-replies",
    method: "GET",
    path: /^\/(me)\/replies$/,
    scope: "threads_basic",
    answer: (call) => page(call, ownPosts(call, true), call.settings.listingLagMs),
  },
  {
    name: "allowance",
    method: "GET",
    path: /^\/(me)\/threads_publishing_limit$/,
    scope: "threads_basic",
    answer: ({ containers, us, settings }) => {
      const of = (quota_total: number) => ({ quota_total, quota_duration: 86_400 });
      const posts = {
        quota_usage: containers.publishedToday(us),
        config: of(settings.postsPerDay),
      };
      return { data: [{ ...posts, reply_quota_usage: 0, reply_config: of(1_000) }] };
    },
  },
  {
    name: "mentions",
    method: "GET",
    path: /^\/(me)\/mentions$/,
    scope: "threads_manage_mentions",
    answer: (call) => {
      if (!call.settings.isReviewed) throw notAllowed("threads_manage_mentions");
      return page(call, mentions(call));
    },
  },
  {
    name: "conversation",
    method: "GET",
    path: /^\/(\d+)\/conversation$/,
    scope: "threads_read_replies",
    answer: (call) => page(call, conversation(call, ownPostOf(call))),
  },
  {
    name: "insights",
    method: "GET",
    path: /^\/(\d+)\/insights$/,
    scope: "threads_manage_insights",
    answer: (call) => insights(call, ownPostOf(call)),
  },
  {
    name: "show",
    method: "GET",
    path: /^\/(\d+)$/,
    scope: "threads_basic",
    answer: (call) => {
      const { containers, us, id, world } = call;
      const container = containers.show(us, id);
      if (container) return container;
      const post = postOf(world, id);
      if (!post) throw noSuchObject(id);
      return shownPost(call, post);
    },
  },
  {
    name: "delete",
    method: "DELETE",
    path: /^\/(\d+)$/,
    scope: "threads_delete",
    answer: (call) => {
      const post = ownPostOf(call);
      call.meter.deletions += 1;
      if (call.meter.deletions > mostDeletionsADay)
        throw new GraphProblem(400, { code: 613, message: "Too many deletions." });
      post.isDeleted = true;
      return { success: true, deleted_id: post.id };
    },
  },
];

function ownPostOf({ world, us, id }: Call) {
  const post = postOf(world, id);
  if (!post || post.authorId !== us.id) throw noSuchObject(id);
  return post;
}
