import { readConcerns, type Concern } from "../engagement/text-signals/concerns.ts";
import type { Touchpoint } from "../engagement/touchpoint.ts";

/**
 * All that speaks against thanking somebody in what they did and wrote: plain JSON of bounded size, to
 * be kept beside the person. `cautionsAfter` adds one touchpoint, none older than what is there;
 * instants are in ms.
 */
export interface Cautions {
  /** When their words last told of it. */
  readonly said: Readonly<Partial<Record<Concern, number>>>;
  /** The complaint that nobody has closed: the oldest of them. */
  readonly openComplaint: OpenComplaint | null;
  readonly closedAt: number | null;
  /** The last kind word, after which a complaint that was closed is forgotten. */
  readonly kindAt: number | null;
  readonly orderAt: number | null;
  readonly returnedAt: number | null;
  readonly likes: { readonly day: string; readonly count: number };
  /** The last day with more likes than a person gives. */
  readonly manyLikesAt: number | null;
}

interface OpenComplaint {
  readonly touchpointId: string;
  readonly at: number;
  /** Their stars said the opposite. */
  readonly isAgainstStars: boolean;
}

export const noCautions: Cautions = {
  said: {},
  openComplaint: null,
  closedAt: null,
  kindAt: null,
  orderAt: null,
  returnedAt: null,
  likes: { day: "", count: 0 },
  manyLikesAt: null,
};

export type CautiousTouchpoint = Pick<
  Touchpoint,
  "id" | "type" | "text" | "stars" | "verdict" | "occurredAt" | "localDay"
>;

/** More than this in one day is a machine's, until a person says otherwise by giving a role. */
const likesOfAMachine = 10;
const kind = new Set(["positive-mention", "good-review", "user-content", "answer-to-thanks"]);

/** `rule` is the rule it was put to; unknown ones count for nothing. */
export function cautionsAfter(
  before: Cautions,
  touchpoint: CautiousTouchpoint,
  rule: string,
): Cautions {
  const at = touchpoint.occurredAt.getTime();
  const after = { ...before, said: saidAfter(before.said, touchpoint, at) };
  if (touchpoint.type === "like") return likedAfter(after, touchpoint.localDay, at);
  if (rule === "complaint") return { ...after, openComplaint: openAfter(before, touchpoint, at) };
  if (rule === "complaint-resolved") return { ...after, openComplaint: null, closedAt: at };
  if (rule === "order") return { ...after, orderAt: at };
  if (rule === "return") return { ...after, returnedAt: at };
  return kind.has(rule) ? { ...after, kindAt: at } : after;
}

/** What a person has read and called a compliment worries nobody any more. */
function saidAfter(
  said: Cautions["said"],
  { text, verdict }: CautiousTouchpoint,
  at: number,
): Cautions["said"] {
  if (!text || verdict === "compliment") return said;
  const concerns = readConcerns(text);
  if (concerns.length === 0) return said;
  return { ...said, ...Object.fromEntries(concerns.map((concern) => [concern, at])) };
}

function likedAfter(cautions: Cautions, day: string, at: number): Cautions {
  const count = cautions.likes.day === day ? cautions.likes.count + 1 : 1;
  const manyLikesAt = count >= likesOfAMachine ? at : cautions.manyLikesAt;
  return { ...cautions, likes: { day, count }, manyLikesAt };
}

function openAfter(
  { openComplaint }: Cautions,
  { id, stars }: CautiousTouchpoint,
  at: number,
): OpenComplaint {
  return openComplaint ?? { touchpointId: id, at, isAgainstStars: stars !== null && stars > 3 };
}
