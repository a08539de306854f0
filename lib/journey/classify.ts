import { looksLikeHelp } from "../engagement/text-signals/help.ts";
import { intentOf } from "../engagement/text-signals/intent.ts";
import { spokenIn } from "../engagement/text-signals/language.ts";
import { soundsLikeComplaint } from "../engagement/text-signals/read-first.ts";
import { readText } from "../engagement/text-signals/text-signals.ts";
import type { Touchpoint, TouchpointType } from "../engagement/touchpoint.ts";
import type { RuleStage } from "../workspaces/journey-settings.ts";
import { meaningOf } from "../workspaces/stage.ts";
import type { RuleKey } from "./rules.ts";
import { hasWords, repeatedDays, type History } from "./touchpoint-history.ts";

/** The part of a touchpoint that the rules read. */
export type Evidence = Pick<
  Touchpoint,
  | "type"
  | "text"
  | "language"
  | "stars"
  | "hasImage"
  | "isContest"
  | "sentiment"
  | "emotion"
  | "confidence"
  | "verdict"
> & {
  /** The touchpoint answers what another person wrote under our post. */
  readonly isAnswerToOther: boolean;
};

/**
 * Returns the product's rule for a touchpoint. The verdict `complaint` comes first, then contests and types
 * with a fixed rule. Other verdicts and the words decide the rest.
 */
export function ruleFor(touchpoint: Evidence, history: History): RuleKey {
  if (touchpoint.verdict === "complaint") return "complaint";
  if (touchpoint.isContest) return "contest";
  const fixed = fixedRule(touchpoint);
  if (fixed) return fixed;
  const { type } = touchpoint;
  if (type === "review") return reviewRule(touchpoint);
  if (type === "like" || type === "repost") return contactRule(type, history);
  if (type === "direct-message") return messageRule(touchpoint, history);
  return type === "reply" ? replyRule(touchpoint, history) : mentionRule(touchpoint, history);
}

const byType: Partial<Record<TouchpointType, RuleKey>> = {
  "ad-click": "ad-click",
  follow: "follow",
  click: "interest",
  save: "interest",
  "page-view": "interest",
  question: "question",
  webinar: "question",
  "price-question": "price-question",
  basket: "basket",
  order: "order",
  subscription: "order",
  "in-store-purchase": "order",
  return: "return",
  refund: "return",
  declined: "declined",
  unsubscribed: "declined",
  "support-question": "support-question",
  complaint: "complaint",
  "complaint-resolved": "complaint-resolved",
  "user-content": "user-content",
  "helped-customer": "helped-customer",
  referral: "referral",
  "contest-entry": "contest",
};

/**
 * Returns the rule that depends on the type alone. A recorded complaint that a person judged to be none
 * counts as a kind message.
 */
function fixedRule({ type, verdict }: Evidence): RuleKey | undefined {
  const isNone = type === "complaint" && isCleared(verdict);
  return isNone ? "kind-message" : byType[type];
}

function isCleared(verdict: Evidence["verdict"]): boolean {
  return verdict === "no-complaint" || verdict === "compliment";
}

/**
 * Returns the rule for a review. More than three stars beside the words of a complaint count as a mistake: it
 * is a complaint.
 */
function reviewRule(touchpoint: Evidence): RuleKey {
  const { stars } = touchpoint;
  if (stars !== null && stars > 3 && isComplaint(touchpoint)) return "complaint";
  if (stars === null || stars === 3) return "middling-review";
  if (stars > 3) return "good-review";
  return isCleared(touchpoint.verdict) ? "middling-review" : "complaint";
}

/**
 * Returns the rule for repeated contact. Likes alone never count as repeated contact, however many they are.
 */
function contactRule(type: "like" | "repost" | "reply", history: History): RuleKey {
  if (history.activeDays < repeatedDays || !history.hasSpoken)
    return type === "repost" ? "repost" : "like";
  return history.isPastBuyer ? "repeated-contact-of-customer" : "repeated-contact";
}

function replyRule(touchpoint: Evidence, history: History): RuleKey {
  if (touchpoint.verdict === "compliment") return praise(touchpoint);
  if (isComplaint(touchpoint)) return "complaint";
  if (isHelp(touchpoint)) return "helped-customer";
  if (touchpoint.emotion === "question") return questionRule(touchpoint, history);
  if (history.isAnswerToThanks) return "answer-to-thanks";
  if (touchpoint.hasImage && touchpoint.sentiment === "positive") return "user-content";
  return contactRule("reply", history);
}

/** Whether a reply helps another customer. A reply that is negative or asks a question itself does not. */
function isHelp(touchpoint: Evidence): boolean {
  const { isAnswerToOther, text, sentiment } = touchpoint;
  if (!isAnswerToOther || text === null || sentiment === "negative") return false;
  return looksLikeHelp(text, sentiment === "positive") && !asks(touchpoint);
}

function mentionRule(touchpoint: Evidence, history: History): RuleKey {
  if (touchpoint.verdict === "compliment") return praise(touchpoint);
  if (isComplaint(touchpoint)) return "complaint";
  if (touchpoint.verdict === "not-a-compliment") return "plain-mention";
  if (touchpoint.emotion === "question") return questionRule(touchpoint, history);
  if (touchpoint.hasImage && touchpoint.sentiment !== "negative") return "user-content";
  return touchpoint.sentiment === "positive" ? "positive-mention" : "unclear-mention";
}

/**
 * Returns the rule for a direct message. Without an order it is a sign of deciding; from a customer it
 * depends on the words.
 */
function messageRule(touchpoint: Evidence, history: History): RuleKey {
  if (isComplaint(touchpoint)) return "complaint";
  if (!hasWords(touchpoint.text)) return history.isPastBuyer ? "kind-message" : "direct-message";
  const intent = intentFor(touchpoint);
  if (intent.wantsSupport) return "support-question";
  if (intent.wantsToBuy || !history.isPastBuyer) return "direct-message";
  if (asks(touchpoint)) return questionRule(touchpoint, history);
  return "kind-message";
}

function praise({ hasImage }: Evidence): RuleKey {
  return hasImage ? "user-content" : "positive-mention";
}

/**
 * Returns the rule for a question. A customer's counts as a support question if the words ask for support, or
 * if the last order is recent.
 */
function questionRule(touchpoint: Evidence, history: History): RuleKey {
  const signals = signalsOf(touchpoint);
  const intent = intentFor(touchpoint);
  if (history.isPastBuyer && intent.wantsSupport) return "support-question";
  if (signals.isPriceQuestion || intent.wantsToBuy) return "price-question";
  return history.isPastBuyer && !history.isQuietBuyer ? "support-question" : "question";
}

function asks(touchpoint: Evidence): boolean {
  return touchpoint.emotion === "question" || signalsOf(touchpoint).isQuestion;
}

function signalsOf({ text, language }: Evidence) {
  return readText(text ?? "", spokenIn(language));
}

function intentFor({ text }: Evidence) {
  return intentOf(text ?? "");
}

function isComplaint(touchpoint: Evidence): boolean {
  return !isCleared(touchpoint.verdict) && soundsLikeComplaint(touchpoint);
}

/**
 * Returns how sure the classification is (0–1): 1 if it does not depend on words or a person confirmed it,
 * the confidence of the text signals if these are positive, else 0.5.
 */
export function textConfidence(
  rule: RuleKey,
  touchpoint: Pick<Evidence, "verdict" | "sentiment" | "confidence">,
): number {
  if (touchpoint.verdict === "compliment" || !readsWords.has(rule)) return 1;
  return touchpoint.sentiment === "positive" ? (touchpoint.confidence ?? 0.5) : 0.5;
}

const readsWords: ReadonlySet<RuleKey> = new Set<RuleKey>(["positive-mention", "unclear-mention"]);

export function isConsidering(stage: RuleStage): boolean {
  const meaning = meaningOf(stage);
  return meaning === "consideration" || meaning === "decision";
}
