import type { Touchpoint, TouchpointType } from "../engagement/touchpoint.ts";
import type { History } from "./classify.ts";

const windowMs = 60 * 86_400_000;
const contacts = new Set<TouchpointType>(["like", "repost", "reply"]);

/** What one person did so far, read once from the oldest touchpoint to the newest. */
export class TouchpointHistory {
  private isBuyer = false;
  /** Each local day with a contact and its last instant; the day that ended longest ago stands first. */
  private readonly contactDays = new Map<string, number>();
  private readonly readToday = new Set<string>();
  private today = "";

  /** What the rules may ask about the touchpoint that comes next. */
  before({
    type,
    occurredAt,
    localDay,
    isAnswerToThanks,
  }: Pick<Touchpoint, "type" | "occurredAt" | "localDay"> & {
    readonly isAnswerToThanks: boolean;
  }): History {
    const at = occurredAt.getTime();
    if (contacts.has(type)) {
      this.contactDays.delete(localDay);
      this.contactDays.set(localDay, at);
    }
    for (const [day, last] of this.contactDays) {
      if (last >= at - windowMs) break;
      this.contactDays.delete(day);
    }
    return { isPastBuyer: this.isBuyer, activeDays: this.contactDays.size, isAnswerToThanks };
  }

  /** Keeps it, and says whether the same was said earlier that day: ten likes in a row are one sign. */
  add({ type, localDay }: Pick<Touchpoint, "type" | "localDay">, rule: string): boolean {
    if (isPurchase(type)) this.isBuyer = true;
    if (localDay !== this.today) this.readToday.clear();
    this.today = localDay;
    const isRepeat = this.readToday.has(rule);
    this.readToday.add(rule);
    return isRepeat;
  }
}

export function isPurchase(type: TouchpointType): boolean {
  return type === "order" || type === "subscription" || type === "in-store-purchase";
}
