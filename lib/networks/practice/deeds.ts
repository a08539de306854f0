import type { RemoteTouchpoint } from "../remote.ts";
import type { Member } from "./cast.ts";
import { chance, wait } from "./chance.ts";
import type { PracticePost } from "./feed.ts";
import { topicOf, type Kind } from "./phrases.ts";

/** One thing one person does about one post. */
export interface Deed {
  readonly post: PracticePost;
  readonly member: Member;
  readonly kind: Kind | "like" | "repost" | "follow";
  readonly type: RemoteTouchpoint["type"];
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly to?: Member;
}

interface Surroundings {
  /** When the account's first post went out, in milliseconds since 1970. */
  readonly opened: number;
  /** This person did nothing at this account before. */
  readonly isNew: boolean;
}

/** What one member of the audience does about one post: mostly nothing. */
export function* whatTheyDo(
  member: Member,
  post: PracticePost,
  around: Surroundings,
): Generator<Deed> {
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

/** Those who turn up at the first post after their arrival. */
const comers: ReadonlySet<Member["part"]> = new Set(["passer-by", "complainer"]);

function isThere({ arrivesOn, quiet }: Member, day: number): boolean {
  if (day < arrivesOn) return false;
  return quiet === undefined || day < quiet.from || day > quiet.until;
}

type Chosen = Deed["kind"];

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
  return drawn(mixes[member.part], at);
}

type Mix = readonly (readonly [Chosen, number])[];

function drawn(mix: Mix, at: number): Chosen {
  let rest = at;
  for (const [kind, share] of mix) {
    rest -= share;
    if (rest < 0) return kind;
  }
  return "like";
}

/** Shares of what people do once they do something; what is left of 1 is a like. */
const mixes: Record<"loyal" | "regular" | "asker" | "helper" | "returner" | "passer-by", Mix> = {
  loyal: [
    ["praise", 0.12],
    ["repost", 0.16],
    ["mention", 0.2],
    ["photo", 0.12],
    ["review", 0.1],
    ["quote", 0.06],
  ],
  regular: [
    ["praise", 0.14],
    ["repost", 0.08],
    ["question", 0.08],
    ["mention", 0.03],
    ["review", 0.03],
  ],
  asker: [
    ["question", 0.7],
    ["praise", 0.1],
  ],
  helper: [["praise", 0.2]],
  returner: [
    ["question", 0.6],
    ["praise", 0.1],
  ],
  "passer-by": [
    ["question", 0.1],
    ["praise", 0.08],
    ["review", 0.03],
    ["sour-review", 0.02],
    ["repost", 0.05],
  ],
};

function typeOf(kind: Chosen): Deed["type"] {
  if (kind === "like" || kind === "repost" || kind === "follow" || kind === "quote") return kind;
  if (kind === "mention" || kind === "photo") return "mention";
  return kind === "review" || kind === "sour-review" ? "review" : "reply";
}
