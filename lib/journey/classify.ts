import type { SpokenLanguage } from "../engagement/text-signals/language.ts";
import { soundsLikeComplaint } from "../engagement/text-signals/read-first.ts";
import { readText } from "../engagement/text-signals/text-signals.ts";
import type { Touchpoint, TouchpointType } from "../engagement/touchpoint.ts";
import { rules, type RuleKey } from "./rules.ts";
import { repeatedDays, type History } from "./touchpoint-history.ts";

/** The part of a touchpoint that rules read. */
export type Evidence = Pick<
  Touchpoint,
  | "type"
  | "text"
  | "language"
  | "stars"
  | "hasImage"
  | "sentiment"
  | "emotion"
  | "confidence"
  | "verdict"
>;

/** Which rule a touchpoint falls under. Structural signals outrank words, a person's verdict outranks both. */
export function ruleFor(touchpoint: Evidence, history: History): RuleKey {
  const fixed = byType[touchpoint.type];
  if (fixed) return fixed;
  const { type } = touchpoint;
  if (type === "review") return reviewRule(touchpoint);
  if (type === "like" || type === "repost") return contactRule(type, history);
  if (type === "direct-message") return history.isPastBuyer ? "support-question" : "direct-message";
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
  declined: "declined",
  unsubscribed: "declined",
  "support-question": "support-question",
  complaint: "complaint",
  "complaint-resolved": "complaint-resolved",
  "user-content": "user-content",
  "helped-customer": "helped-customer",
  referral: "referral",
};

/** Stars that the words beside them deny are a slip of the finger: the complaint counts. */
function reviewRule(touchpoint: Evidence): RuleKey {
  const { stars } = touchpoint;
  if (stars !== null && stars > 3 && isComplaint(touchpoint)) return "complaint";
  if (stars === null || stars === 3) return "middling-review";
  return stars > 3 ? "good-review" : "complaint";
}

function contactRule(type: "like" | "repost" | "reply", history: History): RuleKey {
  if (history.activeDays < repeatedDays) return type === "repost" ? "repost" : "like";
  return history.isPastBuyer ? "repeated-contact-of-customer" : "repeated-contact";
}

function replyRule(touchpoint: Evidence, history: History): RuleKey {
  if (touchpoint.verdict === "compliment") return praise(touchpoint);
  if (isComplaint(touchpoint)) return "complaint";
  if (touchpoint.emotion === "question") return questionRule(touchpoint, history);
  if (history.isAnswerToThanks) return "answer-to-thanks";
  if (touchpoint.hasImage && touchpoint.sentiment === "positive") return "user-content";
  return contactRule("reply", history);
}

function mentionRule(touchpoint: Evidence, history: History): RuleKey {
  if (touchpoint.verdict === "compliment") return praise(touchpoint);
  if (touchpoint.verdict === "not-a-compliment") return "plain-mention";
  if (isComplaint(touchpoint)) return "complaint";
  if (touchpoint.emotion === "question") return questionRule(touchpoint, history);
  if (touchpoint.hasImage && touchpoint.sentiment !== "negative") return "user-content";
  return touchpoint.sentiment === "positive" ? "positive-mention" : "unclear-mention";
}

function praise({ hasImage }: Evidence): RuleKey {
  return hasImage ? "user-content" : "positive-mention";
}

function questionRule(touchpoint: Evidence, { isPastBuyer }: History): RuleKey {
  const language = touchpoint.language as SpokenLanguage | null;
  const signals = readText(touchpoint.text ?? "", language ?? undefined);
  if (signals.isPriceQuestion) return "price-question";
  return isPastBuyer ? "support-question" : "question";
}

function isComplaint(touchpoint: Evidence): boolean {
  return touchpoint.verdict === null && soundsLikeComplaint(touchpoint);
}

/** 1 where the act itself or a person says so; else how sure the words are, half where they say nothing. */
export function textConfidence(rule: RuleKey, touchpoint: Evidence): number {
  if (touchpoint.verdict !== null || !readsWords.has(rule)) return 1;
  return touchpoint.sentiment === "positive" ? (touchpoint.confidence ?? 0.5) : 0.5;
}

const readsWords: ReadonlySet<RuleKey> = new Set<RuleKey>(["positive-mention", "unclear-mention"]);

export function isConsideringRule(rule: RuleKey): boolean {
  const { stage } = rules[rule];
  return stage === "consideration" || stage === "decision";
}
