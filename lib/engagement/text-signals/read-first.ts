import { sureEnough } from "./calibration.ts";
import type { Concern } from "./concerns.ts";
import type { TextSignals } from "./text-signals.ts";

/** Why a person should read the text before its writer is thanked or quoted. */
export type ReadFirst =
  | Concern
  | "not-our-language"
  | "too-few-words"
  | "not-sure"
  | "no-praise"
  | "complaint";

/** Returns the reasons. None if the text is praise and the confidence is high enough. */
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
/** The least confidence for calling a text a complaint. */
const sureOfComplaint = 0.6;

/** Whether a text is a complaint that opens a case: negative, upset, and sure enough. */
export function soundsLikeComplaint(signals: {
  readonly sentiment: TextSignals["sentiment"] | null;
  readonly emotion: TextSignals["emotion"];
  readonly confidence: number | null;
}): boolean {
  const { sentiment, emotion, confidence } = signals;
  return sentiment === "negative" && upset.has(emotion) && (confidence ?? 0) >= sureOfComplaint;
}
