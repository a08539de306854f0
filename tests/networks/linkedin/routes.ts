import type { z } from "zod";

import { textIn } from "./address.ts";
import { commentRoutes } from "./comment-routes.ts";
import { mustActAs, mustAdminister, pageAt } from "./permissions.ts";
import { publishPost } from "./posting.ts";
import { denied, invalid, LinkedInProblem, notFound } from "./problem.ts";
import {
  listNews,
  listPosts,
  listReactions,
  listRoles,
  listStatistics,
  postNamed,
  showPost,
} from "./reading.ts";
import { done, shown, urnPath, type Route } from "./route.ts";
import * as shapes from "./shapes.ts";
import { addReaction, postOf } from "./world.ts";

export const routes: readonly Route[] = [
  {
    name: "create-post",
    method: "POST",
    path: /^\/rest\/posts$/,
    takes: shapes.createPost,
    answer(call) {
      const body = call.body as z.infer<typeof shapes.createPost>;
      mustActAs(call, body.author, "partnerApiPosts.CREATE");
      const { urn } = publishPost(call.world, call.media, call.rules, body);
      return { status: 201, headers: { "x-restli-id": urn } };
    },
  },
  {
    name: "edit-post",
    method: "POST",
    path: new RegExp(`^/rest/posts/${urnPath}$`),
    restli: "PARTIAL_UPDATE",
    takes: shapes.editPost,
    answer(call) {
      const post = postNamed(call, call.names[0] ?? "");
      mustActAs(call, post.author, "partnerApiPosts.PARTIAL_UPDATE");
      const { patch } = call.body as z.infer<typeof shapes.editPost>;
      post.commentary = patch.$set.commentary;
      return done;
    },
  },
  {
    name: "delete-post",
    method: "DELETE",
    path: new RegExp(`^/rest/posts/${urnPath}$`),
    restli: "DELETE",
    answer(call) {
      const post = postOf(call.world, call.names[0] ?? "");
      if (!post) return done;
      mustActAs(call, post.author, "partnerApiPosts.DELETE");
      post.isDeleted = true;
      return done;
    },
  },
  {
    name: "list-posts",
    method: "GET",
    path: /^\/rest\/posts$/,
    restli: "FINDER",
    gives: shapes.postList,
    answer: (call) => shown(listPosts(call, call.address, call.rules.listingLagMs)),
  },
  {
    name: "show-post",
    method: "GET",
    path: new RegExp(`^/rest/posts/${urnPath}$`),
    gives: shapes.post,
    answer: (call) => shown(showPost(call, call.names[0] ?? "")),
  },
  {
    name: "begin-upload",
    method: "POST",
    path: /^\/rest\/images$/,
    takes: shapes.initializeUpload,
    gives: shapes.uploadAnswer,
    answer(call) {
      if (textIn(call.address, "action") !== "initializeUpload") throw invalid("ACTION", "Unknown");
      const { initializeUploadRequest: asked } = call.body as z.infer<
        typeof shapes.initializeUpload
      >;
      mustActAs(call, asked.owner, "partnerApiImages.ACTION-initializeUpload");
      return shown(call.media.initialize(asked.owner, call.origin));
    },
  },
  {
    name: "show-image",
    method: "GET",
    path: new RegExp(`^/rest/images/${urnPath}$`),
    answer() {
      throw denied("partnerApiImages.GET");
    },
  },
  ...commentRoutes,
  {
    name: "create-reaction",
    method: "POST",
    path: /^\/rest\/reactions$/,
    takes: shapes.createReaction,
    answer(call) {
      const actor = textIn(call.address, "actor");
      mustActAs(call, actor, "partnerApiReactions.CREATE");
      const { root } = call.body as z.infer<typeof shapes.createReaction>;
      postNamed(call, root);
      if (addReaction(call.world, actor, root)) return { status: 201 };
      throw new LinkedInProblem(409, { code: "CONFLICT", message: "Reaction already exists" });
    },
  },
  {
    name: "list-reactions",
    method: "GET",
    path: /^\/rest\/reactions\/\(entity:(urn%3A[^()]+)\)$/,
    restli: "FINDER",
    gives: shapes.reactionList,
    answer: (call) => shown(listReactions(call, call.address, call.names[0] ?? "")),
  },
  {
    name: "list-news",
    method: "GET",
    path: /^\/rest\/organizationalEntityNotifications$/,
    restli: "FINDER",
    gives: shapes.notificationList,
    answer: (call) => shown(listNews(call, call.address, call.rules.decoratesNews)),
  },
  {
    name: "list-statistics",
    method: "GET",
    path: /^\/rest\/organizationalEntityShareStatistics$/,
    restli: "FINDER",
    gives: shapes.statisticsList,
    answer: (call) => shown(listStatistics(call, call.address)),
  },
  {
    name: "list-roles",
    method: "GET",
    path: /^\/rest\/organizationAcls$/,
    restli: "FINDER",
    gives: shapes.roleList,
    answer: (call) => shown(listRoles(call, call.address)),
  },
  {
    name: "show-page",
    method: "GET",
    path: /^\/rest\/organizations\/(\d+)$/,
    gives: shapes.organization,
    answer(call) {
      const urn = `urn:li:organization:${call.names[0]}`;
      mustAdminister(call, urn, "partnerApiOrganizations.GET");
      const page = pageAt(call.world, urn);
      if (!page) throw notFound(urn);
      const { id, name: localizedName, vanity: vanityName } = page;
      return shown({ id: Number(id), localizedName, vanityName });
    },
  },
  {
    name: "user-info",
    method: "GET",
    path: /^\/v2\/userinfo$/,
    isUnversioned: true,
    gives: shapes.userInfo,
    answer({ us: { id: sub, name }, scopes }) {
      if (!scopes.includes("openid")) throw denied("userinfo.GET.NO_VERSION");
      const [given_name = "", family_name = ""] = name.split(" ");
      return shown({ sub, name, given_name, family_name });
    },
  },
  {
    name: "me",
    method: "GET",
    path: /^\/v2\/me$/,
    isUnversioned: true,
    gives: shapes.me,
    answer({ us: { id, name }, scopes }) {
      if (!scopes.includes("r_basicprofile")) throw denied("me.GET.NO_VERSION");
      const [localizedFirstName = "", localizedLastName = ""] = name.split(" ");
      return shown({ id, localizedFirstName, localizedLastName });
    },
  },
];
