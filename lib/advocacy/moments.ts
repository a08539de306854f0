import type { TouchpointType } from "../engagement/touchpoint.ts";
import type { RuleKey } from "../journey/rules.ts";
import { isPurchase } from "../journey/touchpoint-history.ts";
import type { Moment } from "./shout-out.ts";

/** A moment is worth a thank-you for this long. */
export const momentDays = 14;

export interface LoggedAct {
  readonly id: string;
  readonly type: TouchpointType;
  readonly rule: RuleKey;
  readonly at: Date;
  readonly isContest: boolean;
  /** It brought the person back from away. */
  readonly isReturn: boolean;
}

export interface FoundMoment {
  readonly act: LoggedAct;
  readonly kind: Moment["kind"];
}

const dayMs = 86_400_000;
const complaintWindowDays = 90;
const countedPurchases = new Set([2, 3, 5, 10, 25]);
const happy = new Set<RuleKey>([
  "positive-mention",
  "good-review",
  "user-content",
  "complaint-resolved",
  "answer-to-thanks",
]);
const firsts: Partial<Record<RuleKey, Moment["kind"]>> = {
  "user-content": "first-user-content",
  "good-review": "first-review",
  "positive-mention": "first-mention",
  "unclear-mention": "first-mention",
};

/** What is special among all that one person did, oldest first. Contests never are. */
export function momentsOf(acts: readonly LoggedAct[]): FoundMoment[] {
  const story = new Story();
  return acts.flatMap((act) => {
    const kinds = [
      ...story.firstOf(act),
      ...deedOf(act),
      ...story.purchaseOf(act),
      ...(act.isReturn ? (["came-back"] as const) : []),
      ...story.turnOf(act),
    ];
    return act.isContest ? [] : kinds.map((kind) => ({ act, kind }));
  });
}

function deedOf({ rule }: LoggedAct): Moment["kind"][] {
  return rule === "referral" || rule === "helped-customer" ? [rule] : [];
}

/** What happened so far, as far as it decides whether the next act is special. */
class Story {
  private readonly seen = new Set<Moment["kind"]>();
  private purchases = 0;
  private firstPurchaseAt: Date | undefined;
  private yearsCounted = 0;
  /** Until the first kind word after it. */
  private complaintAt: Date | undefined;

  firstOf({ rule, isContest }: LoggedAct): Moment["kind"][] {
    const kind = firsts[rule];
    if (!kind || isContest) return [];
    const isFirst = !this.seen.has(kind);
    this.seen.add(kind);
    if (isFirst) return [kind];
    return rule === "user-content" ? ["own-initiative"] : [];
  }

  purchaseOf({ type, at }: LoggedAct): Moment["kind"][] {
    if (!isPurchase(type)) return [];
    this.purchases += 1;
    this.firstPurchaseAt ??= at;
    const years = Math.floor((at.getTime() - this.firstPurchaseAt.getTime()) / (365 * dayMs));
    const isAnniversary = years > this.yearsCounted;
    this.yearsCounted = years;
    return [
      ...(countedPurchases.has(this.purchases) ? (["repeat-purchase"] as const) : []),
      ...(isAnniversary ? (["anniversary"] as const) : []),
    ];
  }

  /** The first kind word after a complaint. */
  turnOf({ rule, at }: LoggedAct): Moment["kind"][] {
    if (rule === "complaint") this.complaintAt = at;
    if (!happy.has(rule) || !this.complaintAt) return [];
    const days = (at.getTime() - this.complaintAt.getTime()) / dayMs;
    this.complaintAt = undefined;
    return days <= complaintWindowDays ? ["complaint-turned-happy"] : [];
  }
}
