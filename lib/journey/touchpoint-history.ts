import type { Touchpoint, TouchpointType } from "../engagement/touchpoint.ts";

/**
 * What the rules may ask of everything a person did before. Plain JSON of bounded size (a few hundred
 * bytes, however long the log), to be stored beside the person: reading the next touchpoint needs this
 * and nothing of the log.
 */
export interface TouchpointPast {
  readonly orders: number;
  /** Taken back; a return of the goods and a refund of the money are often told apart. */
  readonly returns: number;
  readonly refunds: number;
  /** The last order, ms. */
  readonly orderedAt: number | null;
  /** The last sign of more than liking: words, a click, something saved. */
  readonly spokeAt: number | null;
  /** The last few local days with a like, repost or reply, each with its last instant (ms), oldest first. */
  readonly contactDays: readonly (readonly [localDay: string, at: number])[];
  /** The local day of the last touchpoint, and the rules that spoke on it. */
  readonly day: string;
  readonly rulesOfDay: readonly string[];
}

/** What a person did before, as far as the rules ask. */
export interface History {
  /** Has something of ours that was not taken back. */
  readonly isPastBuyer: boolean;
  /** The last order was so long ago that looking around is coming round again. */
  readonly isQuietBuyer: boolean;
  /** Different local days with a like, repost or reply in the 60 days up to and with this one. */
  readonly activeDays: number;
  /** In those days there was more than likes: words, a click, an order. */
  readonly hasSpoken: boolean;
  /** It answers a post that thanked somebody. */
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

/** As many different days as any rule asks for. */
export const repeatedDays = 3;

const dayMs = 86_400_000;
const windowMs = 60 * dayMs;
const contacts = new Set<TouchpointType>(["like", "repost", "reply"]);
/** Whoever does these wants to know more, or says so. */
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

/** What the rules ask about a touchpoint: the past, with this one's day counted in. */
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

/** The past of the touchpoint after this one, which fell under `rule`. */
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
    // What came back of an order that nobody saw takes nothing of a later one.
    returns: Math.min(past.orders, past.returns + Number(type === "return")),
    refunds: Math.min(past.orders, past.refunds + Number(type === "refund")),
    orderedAt: isPurchase(type) ? at : past.orderedAt,
    spokeAt: speaks(touchpoint) ? at : past.spokeAt,
    contactDays: contactDaysWith(past, touchpoint),
    day: localDay,
    rulesOfDay: rulesOfDay.includes(rule) ? rulesOfDay : [...rulesOfDay, rule],
  };
}

/** How many orders stand. */
export function ordersKept({ orders, returns, refunds }: TouchpointPast): number {
  return orders - Math.max(returns, refunds);
}

/** Whether the same was said earlier that day: ten likes in a row are one sign. */
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

/** A letter or a figure; a row of hearts is a like. */
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
