import type { TouchpointType } from "../engagement/touchpoint.ts";
import { isPurchase } from "../journey/read-journey.ts";
import type { RuleKey } from "../journey/rules.ts";
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

/** What is special about an act, given everything the same person did before. Contests never are. */
export function momentsOf(act: LoggedAct, before: readonly LoggedAct[]): Moment["kind"][] {
  if (act.isContest) return [];
  const isFirst = !before.some(({ rule, isContest }) => rule === act.rule && !isContest);
  return [
    ...firsts(act.rule, isFirst),
    ...(act.rule === "referral" ? (["referral"] as const) : []),
    ...(act.rule === "helped-customer" ? (["helped-customer"] as const) : []),
    ...purchaseMoments(act, before),
    ...(act.isReturn ? (["came-back"] as const) : []),
    ...(isTurnedHappy(act, before) ? (["complaint-turned-happy"] as const) : []),
  ];
}

function firsts(rule: RuleKey, isFirst: boolean): Moment["kind"][] {
  if (rule === "user-content") return [isFirst ? "first-user-content" : "own-initiative"];
  if (!isFirst) return [];
  if (rule === "good-review") return ["first-review"];
  const isMention = rule === "positive-mention" || rule === "unclear-mention";
  return isMention ? ["first-mention"] : [];
}

function purchaseMoments(act: LoggedAct, before: readonly LoggedAct[]): Moment["kind"][] {
  if (!isPurchase(act.type)) return [];
  const earlier = before.filter(({ type }) => isPurchase(type));
  const [first] = earlier;
  const years = (at: Date) =>
    first ? Math.floor((at.getTime() - first.at.getTime()) / (365 * dayMs)) : 0;
  const isAnniversary = years(act.at) > Math.max(0, ...earlier.map(({ at }) => years(at)));
  return [
    ...(countedPurchases.has(earlier.length + 1) ? (["repeat-purchase"] as const) : []),
    ...(isAnniversary ? (["anniversary"] as const) : []),
  ];
}

/** The first kind word after a complaint. */
function isTurnedHappy(act: LoggedAct, before: readonly LoggedAct[]): boolean {
  if (!happy.has(act.rule)) return false;
  const complaint = before.findLast(({ rule }) => rule === "complaint");
  if (!complaint) return false;
  const isRecent = act.at.getTime() - complaint.at.getTime() <= complaintWindowDays * dayMs;
  const isFirstSince = !before.some(({ rule, at }) => happy.has(rule) && at > complaint.at);
  return isRecent && isFirstSince;
}
