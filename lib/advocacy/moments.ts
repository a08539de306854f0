import type { TouchpointType } from "../engagement/touchpoint.ts";
import type { RuleKey } from "../journey/rules.ts";
import { isPurchase } from "../journey/touchpoint-history.ts";
import type { Moment } from "./shout-out.ts";

/** How long a moment stays fresh, in days. */
export const momentDays = 14;

export interface LoggedAct {
  readonly id: string;
  readonly type: TouchpointType;
  readonly rule: RuleKey;
  readonly at: Date;
  readonly isContest: boolean;
  /** The act brought the person back after being away. */
  readonly isReturn: boolean;
}

export interface FoundMoment {
  readonly act: LoggedAct;
  readonly kind: Moment["kind"];
}

const dayMs = 86_400_000;
const complaintWindowDays = 90;
const countedPurchases = new Set([2, 3, 5, 10, 25]);
/** Kind words by the person. `complaint-resolved` is not one: the team closed the case. */
const happy = new Set<RuleKey>([
  "positive-mention",
  "good-review",
  "user-content",
  "answer-to-thanks",
]);
const firsts: Partial<Record<RuleKey, Moment["kind"]>> = {
  "user-content": "first-user-content",
  "good-review": "first-review",
  "positive-mention": "first-mention",
  "unclear-mention": "first-mention",
};

/**
 * What decides whether a person's next act is a moment. Plain JSON of bounded size, stored for each person.
 */
export interface Story {
  readonly seen: readonly Moment["kind"][];
  readonly purchases: number;
  /** In ms since the epoch. */
  readonly firstPurchaseAt: number | null;
  readonly yearsCounted: number;
  /** The last complaint, in ms since the epoch. Null after the first kind words that follow it. */
  readonly complaintAt: number | null;
}

export const newStory: Story = {
  seen: [],
  purchases: 0,
  firstPurchaseAt: null,
  yearsCounted: 0,
  complaintAt: null,
};

/** Returns the moments among all acts of one person, oldest first. Contests never give one. */
export function momentsOf(acts: readonly LoggedAct[]): FoundMoment[] {
  let story = newStory;
  return acts.flatMap((act) => {
    const next = tell(story, act);
    story = next.story;
    return next.kinds.map((kind) => ({ act, kind }));
  });
}

/** Returns the moments that one act gives, and the story after it. */
export function tell(
  story: Story,
  act: LoggedAct,
): { readonly story: Story; readonly kinds: readonly Moment["kind"][] } {
  const first = firstOf(story, act);
  const purchase = purchaseOf(first.story, act);
  const turn = turnOf(purchase.story, act);
  const kinds = [
    ...first.kinds,
    ...deedOf(act),
    ...purchase.kinds,
    ...(act.isReturn && isOfTheirOwn(act) ? (["came-back"] as const) : []),
    ...turn.kinds,
  ];
  return { story: turn.story, kinds: act.isContest ? [] : kinds };
}

/**
 * Whether coming back can be thanked for. A complaint cannot, and neither can visits that the person does not
 * know we see.
 */
function isOfTheirOwn({ type, rule }: LoggedAct): boolean {
  return rule !== "complaint" && !looking.has(type);
}

const looking = new Set<TouchpointType>(["ad-click", "page-view", "click", "save", "basket"]);

/** Whether other people can see a touchpoint of this type. A question, a message or an order is private. */
export function isSeenByAll(type: TouchpointType): boolean {
  return seenByAll.has(type);
}

const seenByAll = new Set<TouchpointType>([
  "follow",
  "like",
  "repost",
  "reply",
  "mention",
  "quote",
  "review",
  "share",
  "user-content",
  "helped-customer",
]);

function deedOf({ rule }: LoggedAct): Moment["kind"][] {
  return rule === "referral" || rule === "helped-customer" ? [rule] : [];
}

interface Told {
  readonly story: Story;
  readonly kinds: readonly Moment["kind"][];
}

function firstOf(story: Story, { rule, isContest }: LoggedAct): Told {
  const kind = firsts[rule];
  if (!kind || isContest) return { story, kinds: [] };
  if (story.seen.includes(kind))
    return { story, kinds: rule === "user-content" ? ["own-initiative"] : [] };
  return { story: { ...story, seen: [...story.seen, kind] }, kinds: [kind] };
}

function purchaseOf(story: Story, { type, at }: LoggedAct): Told {
  if (!isPurchase(type)) return { story, kinds: [] };
  const purchases = story.purchases + 1;
  const firstPurchaseAt = story.firstPurchaseAt ?? at.getTime();
  const yearsCounted = Math.floor((at.getTime() - firstPurchaseAt) / (365 * dayMs));
  return {
    story: { ...story, purchases, firstPurchaseAt, yearsCounted },
    kinds: [
      ...(countedPurchases.has(purchases) ? (["repeat-purchase"] as const) : []),
      ...(yearsCounted > story.yearsCounted ? (["anniversary"] as const) : []),
    ],
  };
}

/** Finds the first kind words after a complaint. */
function turnOf(story: Story, { rule, at }: LoggedAct): Told {
  const complaintAt = rule === "complaint" ? at.getTime() : story.complaintAt;
  if (!happy.has(rule) || complaintAt === null)
    return { story: { ...story, complaintAt }, kinds: [] };
  const days = (at.getTime() - complaintAt) / dayMs;
  return {
    story: { ...story, complaintAt: null },
    kinds: days <= complaintWindowDays ? ["complaint-turned-happy"] : [],
  };
}
