import { isBlank } from "../kernel/visible-text.ts";
import type { Poll } from "../networks/contract/connector.ts";
import { countText, type Limits, type PollLimit } from "../networks/contract/limits.ts";

/** A problem of a poll on a network. The text is `refusals.<kind>` with `used` and `max`. */
export interface PollProblem {
  readonly kind:
    | "no-polls-here"
    | "poll-and-images"
    | "too-many-options"
    | "option-too-long"
    | "option-empty"
    | "options-alike"
    | "poll-too-short"
    | "poll-too-long"
    | "one-choice-only";
  readonly used: number;
  readonly max: number;
}

/** Returns the problems of a poll; empty if the network accepts it. */
export function pollProblemsOf(
  poll: Poll,
  imageCount: number,
  { poll: limit }: Pick<Limits, "poll">,
): PollProblem[] {
  if (!limit) return [{ kind: "no-polls-here", used: 1, max: 0 }];
  const checks: readonly (readonly [boolean, PollProblem["kind"], number, number])[] = [
    [imageCount > 0 && !limit.withImages, "poll-and-images", imageCount, 0],
    [
      poll.options.length > limit.optionsMax,
      "too-many-options",
      poll.options.length,
      limit.optionsMax,
    ],
    [longest(poll) > limit.optionLength, "option-too-long", longest(poll), limit.optionLength],
    [poll.options.some(isBlank), "option-empty", 0, 0],
    [hasTwins(poll), "options-alike", 0, 0],
    ...durationChecks(poll, limit),
    [poll.isMultiple && !limit.hasMultiple, "one-choice-only", 0, 0],
  ];
  return checks.flatMap(([isWrong, kind, used, max]) => (isWrong ? [{ kind, used, max }] : []));
}

function durationChecks({ minutes }: Poll, { minutesMin, minutesMax }: PollLimit) {
  return [
    [minutes < minutesMin, "poll-too-short", minutes, minutesMin],
    [minutes > minutesMax, "poll-too-long", minutes, minutesMax],
  ] as const;
}

function longest({ options }: Poll): number {
  const any = { max: Number.MAX_SAFE_INTEGER, unit: "graphemes" } as const;
  return Math.max(0, ...options.map((option) => countText(option.trim(), any).used));
}

function hasTwins({ options }: Poll): boolean {
  const filled = options.map((option) => option.trim()).filter(Boolean);
  return new Set(filled).size < filled.length;
}
