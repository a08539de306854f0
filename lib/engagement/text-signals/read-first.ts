import { sureEnough } from "./calibration.ts";
import type { Concern } from "./concerns.ts";
import type { TextSignals } from "./text-signals.ts";

/** Why a person reads the words before anybody is thanked for them, or they are quoted. */
export type ReadFirst =
  | Concern
  | "not-our-language"
  | "too-few-words"
  | "not-sure"
  | "no-praise"
  | "complaint";

/** Nothing: the words are praise, and read rightly as often as is enough. */
export function whyReadFirst(
  signals: Pick<TextSignals, "language" | "sentiment" | "confidence" | "concerns">,
): ReadFirst[] {
  const { language, sentiment, confidence, concerns } = signals;
  if (language === "other") return ["not-our-language", ...concerns];
  if (concerns.includes("irony")) return [...concerns];
  if (sentiment === "negative") return ["complaint", ...concerns];
  if (sentiment === "neutral") return ["no-praise", ...concerns];
  if (language === undefined) return ["too-few-words", ...concerns];
  return confidence < sureEnough ? ["not-sure", ...concerns] : [...concerns];
}

const upset: ReadonlySet<TextSignals["emotion"]> = new Set(["anger", "disappointment"]);
/** Below this the words are not trusted to call something a complaint. */
const sureOfComplaint = 0.6;

/** Blame that is loud enough to open a case. */
export function soundsLikeComplaint(signals: {
  readonly sentiment: TextSignals["sentiment"] | null;
  readonly emotion: TextSignals["emotion"];
  readonly confidence: number | null;
}): boolean {
  const { sentiment, emotion, confidence } = signals;
  return sentiment === "negative" && upset.has(emotion) && (confidence ?? 0) >= sureOfComplaint;
}
