import { shortenText } from "../../kernel/cut-text.ts";
import type { Poll } from "../contract/connector.ts";
import type { JsonObject } from "../contract/remote.ts";

const longestQuestion = 140;

/** The lengths that LinkedIn has. */
const durations = [
  [1_440, "ONE_DAY"],
  [4_320, "THREE_DAYS"],
  [10_080, "SEVEN_DAYS"],
  [20_160, "FOURTEEN_DAYS"],
] as const;

/** LinkedIn's polls have a question of their own: the last line of the text that asks one, else its first line. */
export function pollContent(text: string, { options, minutes }: Poll): JsonObject {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const question = lines.findLast((line) => line.endsWith("?")) ?? lines[0] ?? "?";
  // As long as was wished, or the next longer.
  const [, duration] = durations.find(([longest]) => minutes <= longest) ?? durations[3];
  return {
    poll: {
      question: shortenText(question, longestQuestion),
      options: options.map((option) => ({ text: option })),
      settings: { duration },
    },
  };
}
