import { isBlank } from "../kernel/visible-text.ts";
import { countLinks, countText, type Limits } from "../networks/contract/limits.ts";
import type { PostOption } from "../networks/contract/post-options.ts";
import { type VideoProblem, videoProblemsOf } from "../networks/contract/video.ts";
import { optionProblemsOf, type OptionProblem } from "./option-problems.ts";
import { pollProblemsOf, type PollProblem } from "./poll-problems.ts";
import {
  optionsFor,
  partsFor,
  type PostPart,
  type PostVideo,
  type PostWithVersions,
} from "./post.ts";

/**
 * A reason why a post cannot be scheduled: something is missing, or an account's network would refuse it. The
 * text is `refusals.<kind>`.
 */
export interface Problem {
  readonly kind:
    | "no-stage"
    | "no-account"
    | "empty"
    | "text-too-long"
    | "too-many-images"
    | "images-unreachable"
    | "image-missing"
    | "too-many-links"
    | "alt-too-long"
    | "too-many-parts"
    | "no-videos-here"
    | "video-and-images"
    | "video-alt-too-long"
    | VideoProblem["kind"]
    | PollProblem["kind"]
    | OptionProblem["kind"];
  readonly accountId: string | null;
  /** Counted from 1; null if the whole post is meant. */
  readonly part: number | null;
  readonly used: number;
  readonly max: number;
  /** Key of the network option concerned. */
  readonly option?: string;
  /** For videos: a description of the video, and of what the network accepts. */
  readonly found?: string;
  readonly taken?: string;
}

export interface AccountLimits {
  readonly id: string;
  readonly limits: Limits;
  readonly postOptions?: readonly PostOption[] | undefined;
  /**
   * Whether the post answers somebody on this network; an answer need not meet all requirements for a post of
   * its own.
   */
  readonly isAnswer?: boolean | undefined;
}

type Content = Pick<PostWithVersions, "stageId" | "parts" | "versions">;

/** Checks a post against the rules of each account's network; empty if it may be scheduled. */
export function problemsOf(post: Content, accounts: readonly AccountLimits[]): Problem[] {
  const chosen = accounts.filter(({ id }) =>
    post.versions.some((version) => version.accountId === id),
  );
  return [
    ...(post.stageId ? [] : [problem("no-stage")]),
    ...(chosen.length > 0 ? [] : [problem("no-account")]),
    ...chosen.flatMap((account) => {
      const parts = partsFor(post, account.id);
      return [...problemsFor(account, parts), ...problemsOfOptions(account, post, parts[0])];
    }),
  ];
}

function problemsOfOptions(
  { id, postOptions = [] }: AccountLimits,
  post: Content,
  first: PostPart | undefined,
): Problem[] {
  return optionProblemsOf(postOptions, optionsFor(post, id), first).map((found) => ({
    ...found,
    accountId: id,
    part: null,
  }));
}

function problemsFor(
  { id, limits, isAnswer }: AccountLimits,
  parts: readonly PostPart[],
): Problem[] {
  // Later parts of a thread count as answers.
  const below = withoutNeed(limits);
  const tooMany =
    parts.length > limits.threadMax
      ? [problem("too-many-parts", id, null, parts.length, limits.threadMax)]
      : [];
  return [
    ...tooMany,
    ...parts.flatMap((part, index) =>
      problemsOfPart(id, index > 0 || isAnswer ? below : limits, part, index + 1),
    ),
  ];
}

function withoutNeed({ images: { isNeeded: _post, ...images }, ...limits }: Limits): Limits {
  return { ...limits, images };
}

/** Checks one part; `number` is its position in the thread, from 1. */
export function problemsOfPart(
  id: string,
  limits: Limits,
  part: PostPart,
  number: number,
): Problem[] {
  const found = amountProblems(id, limits, part, number);
  const count = countText(part.text, limits.text, limits.hasWarnings ? part.warning : "");
  if (isBlank(part.text) && attachedIn(part) === 0 && !limits.images.isNeeded)
    found.push(problem("empty", id, number));
  if (count.isOver) found.push(problem("text-too-long", id, number, count.used, count.max));
  if (part.video) found.push(...problemsOfVideo(id, limits, part, number, part.video));
  for (const { alt } of part.images)
    if (alt.length > limits.images.altMax)
      found.push(problem("alt-too-long", id, number, alt.length, limits.images.altMax));
  const pollProblems = part.poll ? pollProblemsOf(part.poll, attachedIn(part), limits) : [];
  return [
    ...found,
    ...pollProblems.map(({ kind, used, max }) => problem(kind, id, number, used, max)),
  ];
}

/** Number of images and videos, neither of which may go with a poll. */
function attachedIn({ images, video }: PostPart): number {
  return images.length + (video ? 1 : 0);
}

function problemsOfVideo(
  id: string,
  { video: limit }: Limits,
  { images }: PostPart,
  number: number,
  { facts, alt }: PostVideo,
): Problem[] {
  if (!limit) return [problem("no-videos-here", id, number, 1, 0)];
  const found = videoProblemsOf(facts, limit).map(({ kind, used, max, ...words }) => ({
    ...problem(kind, id, number, used, max),
    ...words,
  }));
  if (images.length > 0) found.push(problem("video-and-images", id, number, images.length, 0));
  if (alt.length > limit.altMax)
    found.push(problem("video-alt-too-long", id, number, alt.length, limit.altMax));
  return found;
}

/** Checks for a missing image, too many images or links, and images that the network could not fetch. */
function amountProblems(
  id: string,
  { images: { max, isNeeded, isUnreachable }, linksMax = Infinity }: Limits,
  part: PostPart,
  number: number,
): Problem[] {
  const found: Problem[] = [];
  if (isNeeded && part.images.length === 0) found.push(problem("image-missing", id, number));
  if (part.images.length > max) {
    const kind = isUnreachable ? "images-unreachable" : "too-many-images";
    found.push(problem(kind, id, number, part.images.length, max));
  }
  const links = countLinks(part.text);
  if (links > linksMax) found.push(problem("too-many-links", id, number, links, linksMax));
  return found;
}

function problem(
  kind: Problem["kind"],
  accountId: string | null = null,
  part: number | null = null,
  used = 0,
  max = 0,
): Problem {
  return { kind, accountId, part, used, max };
}
