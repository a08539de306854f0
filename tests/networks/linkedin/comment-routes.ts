import type { z } from "zod";

import { textIn } from "./address.ts";
import { mustActAs } from "./permissions.ts";
import { denied, invalid, notFound } from "./problem.ts";
import { listComments, postNamed, showComment } from "./reading.ts";
import { renderComment } from "./rendering.ts";
import { done, shown, urnPath, type Answer, type Call, type Route } from "./route.ts";
import * as shapes from "./shapes.ts";
import { addComment, commentOf, memberUrn } from "./world.ts";

export const commentRoutes: readonly Route[] = [
  {
    name: "create-comment",
    method: "POST",
    path: new RegExp(`^/rest/socialActions/${urnPath}/comments$`),
    takes: shapes.createComment,
    gives: shapes.comment,
    answer: createComment,
  },
  {
    name: "list-comments",
    method: "GET",
    path: new RegExp(`^/rest/socialActions/${urnPath}/comments$`),
    gives: shapes.commentList,
    answer: (call) => shown(listComments(call, call.address, call.names[0] ?? "")),
  },
  {
    name: "show-comment",
    method: "GET",
    path: new RegExp(`^/rest/socialActions/${urnPath}/comments/(\\d+)$`),
    gives: shapes.comment,
    answer: (call) => shown(showComment(call, call.names[0] ?? "", call.names[1] ?? "")),
  },
  {
    name: "edit-comment",
    method: "POST",
    path: new RegExp(`^/rest/socialActions/${urnPath}/comments/(\\d+)$`),
    restli: "PARTIAL_UPDATE",
    takes: shapes.editComment,
    answer(call) {
      const { patch } = call.body as z.infer<typeof shapes.editComment>;
      ownComment(call).text = patch.message.$set.text;
      return done;
    },
  },
  {
    name: "delete-comment",
    method: "DELETE",
    path: new RegExp(`^/rest/socialActions/${urnPath}/comments/(\\d+)$`),
    restli: "DELETE",
    answer(call) {
      ownComment(call).isDeleted = true;
      return done;
    },
  },
];

function createComment(call: Call): Answer {
  const { actor, object, message, parentComment } = call.body as z.infer<
    typeof shapes.createComment
  >;
  mustActAs(call, actor, "partnerApiSocialActions.CREATE-comments");
  const [on = ""] = call.names;
  const post = postNamed(call, on);
  if (![post.urn, post.activity].includes(object)) throw invalid("URN_MISMATCH", "object differs");
  if ((commentOf(call.world, on)?.urn ?? undefined) !== parentComment)
    throw invalid("URN_MISMATCH", "parentComment is not the comment of the path");
  const made = addComment(call.world, { post, parent: parentComment, actor, text: message.text });
  return { status: 201, headers: { "x-restli-id": made.id }, body: renderComment(made) };
}

function ownComment(call: Call) {
  const [on = "", id = ""] = call.names;
  const post = postNamed(call, on);
  const actor = textIn(call.address, "actor");
  mustActAs(call, actor, "partnerApiSocialActions.UPDATE-comments");
  const found = call.world.comments.find(
    (one) => one.id === id && one.post === post && !one.isDeleted,
  );
  if (!found) throw notFound(`Comment ${id} does not exist`);
  if (found.actor !== actor) throw denied(`comment ${id} of ${memberUrn(call.us)}`);
  return found;
}
