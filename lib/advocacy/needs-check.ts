import type { OwnReaders } from "../engagement/load-own-reader.ts";
import { spokenIn } from "../engagement/text-signals/language.ts";
import { ownSure } from "../engagement/text-signals/own-reader.ts";
import { type ReadFirst, whyReadFirst } from "../engagement/text-signals/read-first.ts";
import { readText } from "../engagement/text-signals/text-signals.ts";
import type { Touchpoint } from "../engagement/touchpoint.ts";
import { isNoPraise } from "../engagement/verdict.ts";
import type { Moment } from "./shout-out.ts";

/**
 * Whether a person has to read the act's words before it is thanked for: words that are the reason for the
 * thanks and that the text signals are not sure of. Pictures and other deeds need it only if the words sound
 * like irony or a complaint; stars also if the words are no praise.
 */
export function needsCheck(
  act: Touchpoint | undefined,
  moment: Pick<Moment, "kind"> | undefined,
  own?: OwnReaders,
): boolean {
  if (!act?.text || act.verdict === "compliment" || isNoPraise(act.verdict)) return false;
  const reasons = whyReadFirst(readText(act.text, spokenIn(act.language)));
  if (act.verdict === null && isOwnComplaint(act, own)) return true;
  if (speaksForItself(act, moment))
    return reasons.some((reason) => warnings(act, moment).has(reason));
  return isDoubtful(reasons, own?.praise.read({ text: act.text, sentiment: act.sentiment }));
}

/** Whether the words resemble those that the workspace judged complaints, whatever the stars are. */
function isOwnComplaint({ text, sentiment }: Touchpoint, own: OwnReaders | undefined): boolean {
  return (own?.complaint.read({ text: text ?? "", sentiment }) ?? 0) >= ownSure;
}

/**
 * Whether doubt remains. The workspace's own reader may settle mere doubts of the text signals, but not their
 * warnings.
 */
function isDoubtful(reasons: readonly ReadFirst[], isPraise: number | undefined): boolean {
  if (isPraise === undefined) return reasons.length > 0;
  if (reasons.some((reason) => !onlyDoubts.has(reason))) return true;
  return reasons.length > 0 ? isPraise < ownSure : isPraise <= 1 - ownSure;
}

const onlyDoubts: ReadonlySet<ReadFirst> = new Set(["not-sure", "no-praise", "too-few-words"]);

/**
 * Returns the reasons that count beside a deed. A review needs words of praise, because stars are easily
 * given by mistake. Whether a reply helped can be told only in a language that the product reads.
 */
function warnings(
  { type }: Touchpoint,
  moment: Pick<Moment, "kind"> | undefined,
): ReadonlySet<ReadFirst> {
  if (type === "review") return besideStars;
  return type === "reply" && moment?.kind === "helped-customer" ? besideAnswers : besideDeeds;
}

const besideDeeds = new Set<ReadFirst>(["irony", "complaint"]);
const besideAnswers = new Set<ReadFirst>([...besideDeeds, "not-our-language"]);
const besideStars = new Set<ReadFirst>([...besideDeeds, "no-praise", "not-our-language"]);

function speaksForItself(act: Touchpoint, moment: Pick<Moment, "kind"> | undefined): boolean {
  const isDeed = moment !== undefined && deeds.has(moment.kind);
  return isDeed || act.hasImage || !saidInWords.has(act.type);
}

const saidInWords = new Set<Touchpoint["type"]>(["mention", "quote", "reply"]);
/** Moments that are about a deed, whatever was written beside it. */
const deeds = new Set<Moment["kind"]>([
  "first-user-content",
  "referral",
  "repeat-purchase",
  "anniversary",
  "came-back",
  "helped-customer",
]);

/** Types whose text is public. Messages, questions and notes on orders are not. */
const saidToAll = new Set<Touchpoint["type"]>([
  "mention",
  "quote",
  "reply",
  "repost",
  "review",
  "share",
  "user-content",
  "helped-customer",
]);

/**
 * Returns the words that may be quoted. Null if they are private, in another language than the draft, or have
 * to be read first.
 */
export function quotableWords(act: Touchpoint | undefined, language: "en" | "nl"): string | null {
  if (!act?.text || !saidToAll.has(act.type)) return null;
  const signals = readText(act.text, spokenIn(act.language));
  if (signals.language !== language || isNoPraise(act.verdict)) return null;
  return act.verdict === "compliment" || whyReadFirst(signals).length === 0 ? act.text : null;
}
