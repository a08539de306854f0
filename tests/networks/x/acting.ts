import { addPost, type World, type XPerson } from "./world.ts";

/** What other people do, without the rules for tools. */
export interface Act {
  readonly do: "post" | "like" | "repost" | "reply" | "quote";
  /** The post it is about; empty for a post of one's own. */
  readonly on?: string;
  readonly text?: string;
}

/** The id of the post that came of it; empty for a like or a repost. */
export function act(world: World, person: XPerson, { do: kind, on = "", text = "" }: Act): string {
  if (kind === "like" || kind === "repost") {
    const marks = kind === "like" ? world.likes : world.reposts;
    if (!marks.some((one) => one.personId === person.id && one.postId === on))
      marks.push({ personId: person.id, postId: on });
    return "";
  }
  const isQuote = kind === "quote";
  return addPost(world, person, {
    text,
    replyTo: !isQuote && on ? on : undefined,
    quotes: isQuote ? on : undefined,
  }).id;
}
