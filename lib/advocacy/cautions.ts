import { readConcerns, type Concern } from "../engagement/text-signals/concerns.ts";
import type { Touchpoint } from "../engagement/touchpoint.ts";

/**
 * Everything in a person's acts and words that speaks against thanking them. Plain JSON of bounded size,
 * stored for each person. `cautionsAfter` adds one touchpoint, not older than the last. All times are in ms
 * since the epoch.
 */
export interface Cautions {
  /** When the person's words last gave each concern. */
  readonly said: Readonly<Partial<Record<Concern, number>>>;
  /** The oldest complaint that is not closed. */
  readonly openComplaint: OpenComplaint | null;
  readonly closedAt: number | null;
  /** The last kind words. After a closed complaint they end the waiting time. */
  readonly kindAt: number | null;
  readonly orderAt: number | null;
  readonly returnedAt: number | null;
  readonly likes: { readonly day: string; readonly count: number };
  /** The last like on a day with suspiciously many likes. */
  readonly manyLikesAt: number | null;
}

interface OpenComplaint {
  readonly touchpointId: string;
  readonly at: number;
  /** The star rating contradicts the complaint. */
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

/** From this many likes on one day a person seems to be a bot, unless they have the role of a customer. */
const likesOfAMachine = 10;
const kind = new Set(["positive-mention", "good-review", "user-content", "answer-to-thanks"]);

/**
 * Returns the cautions after one touchpoint. `rule` is the product's rule for it; rules that are not named
 * here change nothing.
 */
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

/** Adds the concerns in the text, unless a person judged it a compliment. */
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
