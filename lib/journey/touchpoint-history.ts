import type { Touchpoint, TouchpointType } from "../engagement/touchpoint.ts";

/**
 * What the rules need of a person's earlier touchpoints. Plain JSON of bounded size (a few hundred bytes,
 * however long the log is), stored for each person, so that the next touchpoint is classified without reading
 * the log.
 */
export interface TouchpointPast {
  readonly orders: number;
  /** Orders sent back and orders refunded. A shop may report one, the other or both for the same order. */
  readonly returns: number;
  readonly refunds: number;
  /** Time of the last order, in ms since the epoch. */
  readonly orderedAt: number | null;
  /**
   * Time of the last touchpoint that is more than a like (words, a click, something saved), in ms since the
   * epoch.
   */
  readonly spokeAt: number | null;
  /**
   * The latest local days with a like, repost or reply, oldest first, each with its last instant in ms since
   * the epoch.
   */
  readonly contactDays: readonly (readonly [localDay: string, at: number])[];
  /** The local day of the last touchpoint, and the rules that applied on it. */
  readonly day: string;
  readonly rulesOfDay: readonly string[];
}

/** What the rules read of a person's past. */
export interface History {
  /** The person has at least one order that was not taken back. */
  readonly isPastBuyer: boolean;
  /** The last order was at least `quietBuyerDays` ago: looking around counts as considering again. */
  readonly isQuietBuyer: boolean;
  /**
   * Different local days with a like, repost or reply in the 60 days up to and including this touchpoint, at
   * most `repeatedDays`.
   */
  readonly activeDays: number;
  /** The person has an order, or did more than like in these 60 days: words, a click, something saved. */
  readonly hasSpoken: boolean;
  /** The touchpoint answers a post that thanked somebody. */
  readonly isAnswerToThanks: boolean;
}

export const noPast: TouchpointPast = {
  orders: 0,
  returns: 0,
  refunds: 0,
  orderedAt: null,
  spokeAt: null,
  contactDays: [],
  day: "",
  rulesOfDay: [],
};

/** The greatest number of different days that a rule asks for. */
export const repeatedDays = 3;

const dayMs = 86_400_000;
const windowMs = 60 * dayMs;
const contacts = new Set<TouchpointType>(["like", "repost", "reply"]);
/** Types by which a person shows interest or says something. */
const speaking = new Set<TouchpointType>([
  "click",
  "save",
  "page-view",
  "question",
  "price-question",
  "webinar",
  "basket",
  "support-question",
  "review",
  "user-content",
]);
const worded = new Set<TouchpointType>(["reply", "mention", "quote", "share", "direct-message"]);

export type SeenTouchpoint = Pick<
  Touchpoint,
  "type" | "text" | "isContest" | "occurredAt" | "localDay"
> & {
  readonly isAnswerToThanks: boolean;
};

/** Returns what the rules read about a touchpoint: the past, with this touchpoint's day included. */
export function historyOf(
  past: TouchpointPast,
  touchpoint: SeenTouchpoint,
  quietBuyerDays: number,
): History {
  const at = touchpoint.occurredAt.getTime();
  const isPastBuyer = ordersKept(past) > 0;
  const lastOrder = past.orderedAt ?? at;
  const spokeAt = speaks(touchpoint) ? at : past.spokeAt;
  return {
    isPastBuyer,
    isQuietBuyer: isPastBuyer && at - lastOrder >= quietBuyerDays * dayMs,
    activeDays: contactDaysWith(past, touchpoint).length,
    hasSpoken: isPastBuyer || (spokeAt !== null && spokeAt >= at - windowMs),
    isAnswerToThanks: touchpoint.isAnswerToThanks,
  };
}

/** Returns the past as the next touchpoint needs it. `rule` is the rule that applied to this one. */
export function pastAfter(
  past: TouchpointPast,
  touchpoint: SeenTouchpoint,
  rule: string,
): TouchpointPast {
  const { type, localDay, occurredAt } = touchpoint;
  const at = occurredAt.getTime();
  const rulesOfDay = localDay === past.day ? past.rulesOfDay : [];
  return {
    orders: past.orders + Number(isPurchase(type)),
    // A return of an order that was not recorded must not cancel a later order.
    returns: Math.min(past.orders, past.returns + Number(type === "return")),
    refunds: Math.min(past.orders, past.refunds + Number(type === "refund")),
    orderedAt: isPurchase(type) ? at : past.orderedAt,
    spokeAt: speaks(touchpoint) ? at : past.spokeAt,
    contactDays: contactDaysWith(past, touchpoint),
    day: localDay,
    rulesOfDay: rulesOfDay.includes(rule) ? rulesOfDay : [...rulesOfDay, rule],
  };
}

/** Returns the number of orders that were not taken back. */
export function ordersKept({ orders, returns, refunds }: TouchpointPast): number {
  return orders - Math.max(returns, refunds);
}

/** Whether the same rule applied earlier that day: ten likes in a row are one sign. */
export function isRepeat(
  past: TouchpointPast,
  { localDay }: Pick<SeenTouchpoint, "localDay">,
  rule: string,
): boolean {
  return localDay === past.day && past.rulesOfDay.includes(rule);
}

export function isPurchase(type: TouchpointType): boolean {
  return type === "order" || type === "subscription" || type === "in-store-purchase";
}

/** Whether a text has a letter or a digit. A row of hearts counts as a like. */
export function hasWords(text: string | null): boolean {
  return text !== null && /[\p{L}\p{N}]/u.test(text);
}

function speaks({ type, text, isContest }: SeenTouchpoint): boolean {
  return !isContest && (speaking.has(type) || (worded.has(type) && hasWords(text)));
}

function contactDaysWith(
  { contactDays }: TouchpointPast,
  { type, isContest, occurredAt, localDay }: SeenTouchpoint,
) {
  const at = occurredAt.getTime();
  const recent = contactDays.filter(([, last]) => last >= at - windowMs);
  if (isContest || !contacts.has(type)) return recent;
  const others = recent.filter(([day]) => day !== localDay);
  return [...others, [localDay, at] as const].slice(-repeatedDays);
}
