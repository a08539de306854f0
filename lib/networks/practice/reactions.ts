import type { RemoteTouchpoint } from "../contract/remote.ts";
import type { Member } from "./cast.ts";
import { chance, wait } from "./chance.ts";
import type { PracticePost } from "./feed.ts";
import { parts, type Part } from "./parts.ts";
import { topicOf } from "./phrases.ts";
import type { Kind } from "./words.ts";

/** One reaction of one person to one post. */
export interface Reaction {
  readonly post: PracticePost;
  readonly member: Member;
  readonly kind: Kind | "like" | "repost" | "follow";
  readonly type: RemoteTouchpoint["type"];
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly to?: Member;
}

interface Surroundings {
  /** When the account's first post was published, in milliseconds since 1970. */
  readonly opened: number;
  /** The member has not reacted to an earlier post; thanks and help do not count. */
  readonly isNew: boolean;
}

/** Returns the reactions of one member to one post; most have none. */
export function* whatTheyDo(
  member: Member,
  post: PracticePost,
  around: Surroundings,
): Generator<Reaction> {
  const roll = (what: string) => chance(post.id, member.key, what);
  const kind = reactionOf(member, post, around, roll);
  if (!kind) return;
  const at = post.postedAt.getTime() + wait(roll("when"), 20, 3 * 86_400);
  if (kind !== "like" && member.part === "loyal")
    yield { post, member, kind: "like", type: "like", at: at - wait(roll("like"), 1, 15) };
  yield { post, member, kind, type: typeOf(kind), at };
  if (kind === "complaint") {
    const relieved = at + wait(roll("relief"), 2 * 86_400, 4 * 86_400);
    yield { post, member, kind: "relief", type: "reply", at: relieved };
  }
}

function reactionOf(
  member: Member,
  post: PracticePost,
  { opened, isNew }: Surroundings,
  roll: (what: string) => number,
): Chosen | undefined {
  const day = (post.postedAt.getTime() - opened) / 86_400_000;
  if (!isThere(member, day)) return undefined;
  const isBack = member.quiet !== undefined && day > member.quiet.until;
  const isComing = isNew && comers.has(member.part) && roll("comes") < 0.7;
  if (!isComing && roll("reacts") >= (isBack ? 0.6 : member.activity)) return undefined;
  return choose(member, post, isNew, isBack, roll("kind"));
}

/** Members that react to each post with a probability of 0.7 until their first reaction. */
const comers: ReadonlySet<Member["part"]> = new Set(["passer-by", "complainer"]);

function isThere({ arrivesOn, quiet }: Member, day: number): boolean {
  if (day < arrivesOn) return false;
  return quiet === undefined || day < quiet.from || day > quiet.until;
}

type Chosen = Reaction["kind"];

function choose(
  member: Member,
  post: PracticePost,
  isNew: boolean,
  isBack: boolean,
  at: number,
): Chosen | undefined {
  if (member.part === "hunter") return topicOf(post.text) === "contest" ? "contest" : undefined;
  if (member.part === "complainer") return isNew ? "complaint" : "like";
  if (isBack && at < 0.5) return "return";
  return drawn(parts[member.part], at);
}

function drawn({ mix }: (typeof parts)[Part], at: number): Chosen {
  let rest = at;
  for (const [kind, share] of mix) {
    rest -= share;
    if (rest < 0) return kind;
  }
  return "like";
}

function typeOf(kind: Chosen): Reaction["type"] {
  if (kind === "like" || kind === "repost" || kind === "follow" || kind === "quote") return kind;
  if (kind === "mention" || kind === "photo") return "mention";
  return kind === "review" || kind === "sour-review" ? "review" : "reply";
}
