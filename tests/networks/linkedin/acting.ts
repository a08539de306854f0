import {
  addComment,
  addNews,
  addPost,
  addReaction,
  commentOf,
  memberUrn,
  postOf,
  type Member,
  type Page,
  pageUrn,
  type World,
} from "./world.ts";

/** What other people do, in LinkedIn's own pages. */
export type Act =
  | { readonly do: "like"; readonly on: string }
  | { readonly do: "comment"; readonly on: string; readonly text: string }
  | { readonly do: "share"; readonly on: string; readonly text?: string }
  | { readonly do: "mention"; readonly page: Page; readonly text: string };

/** The URN of what came of it; empty for a like. */
export function act(world: World, person: Member, what: Act): string {
  const actor = memberUrn(person);
  if (what.do === "like") {
    addReaction(world, actor, what.on);
    return "";
  }
  if (what.do === "comment") {
    const parent = commentOf(world, what.on);
    const post = parent?.post ?? mustBe(postOf(world, what.on));
    return addComment(world, { post, parent: parent?.urn, actor, text: what.text }).urn;
  }
  const share = addPost(world, { author: actor, commentary: what.text ?? "" });
  if (what.do === "mention")
    addNews(world, { page: pageUrn(what.page), action: "SHARE_MENTION", post: undefined, share });
  else {
    const post = mustBe(postOf(world, what.on));
    addNews(world, { page: post.author, action: "SHARE", post, share });
  }
  return share.urn;
}

function mustBe<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("There is no such post.");
  return value;
}
