import type { OptionValues } from "../networks/contract/post-options.ts";
import type { RecurrenceTimes } from "./occurrences.ts";
import type { PostPart, PostWithVersions } from "./post.ts";
import { readRule } from "./read-rule.ts";
import type { recurrences } from "./schema.ts";
import type { RecurrenceRule } from "./write-rule.ts";

export type Recurrence = typeof recurrences.$inferSelect;

/** The content of one occurrence: the common parts, and by account what it gets instead. */
export interface Words {
  readonly parts: PostPart[];
  readonly versions: Readonly<Record<string, PostPart[]>>;
}

/** An account of a recurrence, with values for its network's options. */
export interface Chosen {
  readonly accountId: string;
  readonly options: OptionValues | null;
}

/** The reason for which an occurrence was not made, and its day. */
export interface Obstacle {
  readonly refusal: string;
  readonly detail: Readonly<Record<string, string | number>>;
  readonly day: string;
}

/** How far ahead occurrences are made, in milliseconds. */
export const horizonMs = 60 * 86_400_000;

export function timesOf(
  recurrence: Pick<Recurrence, "rule" | "startDay" | "time" | "timeZone" | "endsBefore">,
): RecurrenceTimes {
  const { startDay, time, timeZone, endsBefore } = recurrence;
  return { rule: storedRule(recurrence), startDay, time, timeZone, endsBefore };
}

/** Returns the stored rule, which was checked when it was saved; throws if it cannot be read. */
export function storedRule({ rule }: Pick<Recurrence, "rule">): RecurrenceRule {
  const read = readRule(rule);
  if (!read.ok) throw new Error(`A recurrence has a rule that cannot be read: ${rule}`);
  return read.value;
}

/** Returns a post's content as that of a recurrence. */
export function wordsOf({ parts, versions }: Pick<PostWithVersions, "parts" | "versions">): Words {
  const own = versions.flatMap((version) =>
    version.parts ? [[version.accountId, version.parts] as const] : [],
  );
  return { parts, versions: Object.fromEntries(own) };
}

export function chosenOf({ versions }: Pick<PostWithVersions, "versions">): Chosen[] {
  return versions.map(({ accountId, options }) => ({ accountId, options }));
}

/** Returns a text for comparison that is equal for the same content regardless of spaces and case. */
export function sameness(parts: readonly PostPart[]): string {
  return parts
    .map(({ text }) => text)
    .join("\n")
    .normalize("NFKC")
    .replaceAll(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
