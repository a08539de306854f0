import type { OwnReaders } from "../engagement/load-own-reader.ts";
import { spokenIn } from "../engagement/text-signals/language.ts";
import { ownSure } from "../engagement/text-signals/own-reader.ts";
import { type ReadFirst, whyReadFirst } from "../engagement/text-signals/read-first.ts";
import { readText } from "../engagement/text-signals/text-signals.ts";
import type { Touchpoint } from "../engagement/touchpoint.ts";
import { isNoPraise } from "../engagement/verdict.ts";
import type { Moment } from "./shout-out.ts";

/**
 * Words that carry the thanks, that nobody has read yet and that the text signals are not sure of.
 * Pictures and other deeds speak for themselves unless the words beside them sound of irony or blame,
 * stars where the words beside them are praise.
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

/** Words like those that the workspace called complaints, whatever the stars beside them. */
function isOwnComplaint({ text, sentiment }: Touchpoint, own: OwnReaders | undefined): boolean {
  return (own?.complaint.read({ text: text ?? "", sentiment }) ?? 0) >= ownSure;
}

/** What the lists only doubt, the workspace's corrections may settle; what they warn of, never. */
function isDoubtful(reasons: readonly ReadFirst[], isPraise: number | undefined): boolean {
  if (isPraise === undefined) return reasons.length > 0;
  if (reasons.some((reason) => !onlyDoubts.has(reason))) return true;
  return reasons.length > 0 ? isPraise < ownSure : isPraise <= 1 - ownSure;
}

const onlyDoubts: ReadonlySet<ReadFirst> = new Set(["not-sure", "no-praise", "too-few-words"]);

/**
 * Stars are given by a slip of the finger: words of a review that are none of praise are looked at. Whether an
 * answer helped is told by its words alone.
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
/** Thanked for what somebody did, whatever they wrote beside it. */
const deeds = new Set<Moment["kind"]>([
  "first-user-content",
  "referral",
  "repeat-purchase",
  "anniversary",
  "came-back",
  "helped-customer",
]);

/** Not what stood in a message, a question to the counter or beside an order. */
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

/** Nobody is quoted in a language that is not the draft's, nor for words that a person should read first. */
export function quotableWords(act: Touchpoint | undefined, language: "en" | "nl"): string | null {
  if (!act?.text || !saidToAll.has(act.type)) return null;
  const signals = readText(act.text, spokenIn(act.language));
  if (signals.language !== language || isNoPraise(act.verdict)) return null;
  return act.verdict === "compliment" || whyReadFirst(signals).length === 0 ? act.text : null;
}
