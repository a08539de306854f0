import { shortenText } from "../../kernel/cut-text.ts";
import type { Poll } from "../contract/connector.ts";
import type { JsonObject } from "../contract/remote.ts";

const longestQuestion = 140;

/** LinkedIn's poll durations, with their lengths in minutes. */
const durations = [
  [1_440, "ONE_DAY"],
  [4_320, "THREE_DAYS"],
  [10_080, "SEVEN_DAYS"],
  [20_160, "FOURTEEN_DAYS"],
] as const;

/** Builds a poll. Its question is the last line that ends with a question mark, or else the first line. */
export function pollContent(text: string, { options, minutes }: Poll): JsonObject {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const question = lines.findLast((line) => line.endsWith("?")) ?? lines[0] ?? "?";
  // The wanted duration, or else the next longer one.
  const [, duration] = durations.find(([longest]) => minutes <= longest) ?? durations[3];
  return {
    poll: {
      question: shortenText(question, longestQuestion),
      options: options.map((option) => ({ text: option })),
      settings: { duration },
    },
  };
}
