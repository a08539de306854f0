import type { Member } from "./cast.ts";
import { chance, oneOf, wait } from "./chance.ts";
import type { PracticePost } from "./feed.ts";
import type { Reaction } from "./reactions.ts";

/**
 * Kinds of members that are not chosen for an opening reply or mention, because their behaviour follows other
 * rules.
 */
const shy: ReadonlySet<Member["part"]> = new Set(["hunter", "complainer", "returner"]);

/**
 * Returns reactions in the first seconds after a post, so that somebody who tries the product sees them at
 * once.
 */
export function* openingOf(
  post: PracticePost,
  cast: readonly Member[],
  isFirst: boolean,
): Generator<Reaction> {
  if (isFirst) yield* firstOpening(post, cast);
  else yield* laterOpening(post, cast);
}

/** The first post gets one of each: likes, a mention, a question and a follower. */
function* firstOpening(post: PracticePost, cast: readonly Member[]): Generator<Reaction> {
  const loyal = cast.filter(({ part }) => part === "loyal");
  const askers = cast.filter(({ part }) => part === "asker");
  const [fan, second] = loyal;
  const [asker] = askers;
  const after = (seconds: number) => post.postedAt.getTime() + seconds * 1000;
  if (!fan || !second || !asker) return;
  yield { post, member: fan, kind: "like", type: "like", at: after(3) };
  yield { post, member: fan, kind: "follow", type: "follow", at: after(6) };
  yield { post, member: fan, kind: "mention", type: "mention", at: after(10) };
  yield { post, member: second, kind: "like", type: "like", at: after(12) };
  yield { post, member: asker, kind: "question", type: "reply", at: after(14) };
  yield* cast
    .filter(({ part }) => part === "regular")
    .slice(0, 4)
    .map((member, index): Reaction => ({
      post,
      member,
      kind: "like",
      type: "like",
      at: after(16 + 3 * index),
    }));
}

function* laterOpening(post: PracticePost, cast: readonly Member[]): Generator<Reaction> {
  const roll = (what: string) => chance(post.id, "opening", what);
  const lively = cast.filter(({ part }) => part === "loyal" || part === "regular");
  const [first, ...rest] = lively;
  const voices = cast.filter(({ part }) => !shy.has(part));
  const [voice, ...others] = voices;
  if (!first || !voice) return;
  const member = oneOf([first, ...rest], roll("who"));
  const speaker = oneOf([voice, ...others], roll("voice"));
  const soon = post.postedAt.getTime() + wait(roll("voice-after"), 8, 15);
  yield {
    post,
    member,
    kind: "like",
    type: "like",
    at: post.postedAt.getTime() + wait(roll("like-after"), 2, 5),
  };
  if (speaker.part === "loyal")
    yield { post, member: speaker, kind: "mention", type: "mention", at: soon };
  else {
    const kind = speaker.part === "asker" || roll("asks") < 0.35 ? "question" : "praise";
    yield { post, member: speaker, kind, type: "reply", at: soon };
  }
}
