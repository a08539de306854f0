import type { Touchpoint, TouchpointType } from "../engagement/touchpoint.ts";

/**
 * What the rules may ask of everything a person did before. Plain JSON of bounded size (a few hundred
 * bytes, however long the log), to be stored beside the person: reading the next touchpoint needs this
 * and nothing of the log.
 */
export interface Past {
  readonly isBuyer: boolean;
  /** The last few local days with a like, repost or reply, each with its last instant (ms), oldest first. */
  readonly contactDays: readonly (readonly [localDay: string, at: number])[];
  /** The local day of the last touchpoint, and the rules that spoke on it. */
  readonly day: string;
  readonly rulesOfDay: readonly string[];
}

/** What a person did before, as far as the rules ask. */
export interface History {
  readonly isPastBuyer: boolean;
  /** Different local days with a like, repost or reply in the 60 days up to and with this one. */
  readonly activeDays: number;
  /** It answers a post that thanked somebody. */
  readonly isAnswerToThanks: boolean;
}

export const noPast: Past = { isBuyer: false, contactDays: [], day: "", rulesOfDay: [] };

/** As many different days as any rule asks for. */
export const repeatedDays = 3;

const windowMs = 60 * 86_400_000;
const contacts = new Set<TouchpointType>(["like", "repost", "reply"]);

type Seen = Pick<Touchpoint, "type" | "occurredAt" | "localDay"> & {
  readonly isAnswerToThanks: boolean;
};

/** What the rules ask about a touchpoint: the past, with this one's day counted in. */
export function historyOf(past: Past, touchpoint: Seen): History {
  return {
    isPastBuyer: past.isBuyer,
    activeDays: contactDaysWith(past, touchpoint).length,
    isAnswerToThanks: touchpoint.isAnswerToThanks,
  };
}

/** The past of the touchpoint after this one, which fell under `rule`. */
export function pastAfter(past: Past, touchpoint: Seen, rule: string): Past {
  const { type, localDay } = touchpoint;
  const rulesOfDay = localDay === past.day ? past.rulesOfDay : [];
  return {
    isBuyer: past.isBuyer || isPurchase(type),
    contactDays: contactDaysWith(past, touchpoint),
    day: localDay,
    rulesOfDay: rulesOfDay.includes(rule) ? rulesOfDay : [...rulesOfDay, rule],
  };
}

/** Whether the same was said earlier that day: ten likes in a row are one sign. */
export function isRepeat(past: Past, { localDay }: Pick<Seen, "localDay">, rule: string): boolean {
  return localDay === past.day && past.rulesOfDay.includes(rule);
}

export function isPurchase(type: TouchpointType): boolean {
  return type === "order" || type === "subscription" || type === "in-store-purchase";
}

function contactDaysWith({ contactDays }: Past, { type, occurredAt, localDay }: Seen) {
  const at = occurredAt.getTime();
  const recent = contactDays.filter(([, last]) => last >= at - windowMs);
  if (!contacts.has(type)) return recent;
  const others = recent.filter(([day]) => day !== localDay);
  return [...others, [localDay, at] as const].slice(-repeatedDays);
}
