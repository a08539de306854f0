import type { Poll } from "#lib/networks/contract/connector";
import type { PollLimit, Visibility } from "#lib/networks/contract/limits";
import type { PostPart } from "#lib/posts/post";

import {
  type ComposerAccount,
  type Draft,
  partsOf,
  replacePart,
  type Tab,
  withParts,
} from "./draft.ts";

/** Options of a post that are stored with its first part and apply to the whole thread. */
export type PostOptions = Pick<PostPart, "poll" | "warning" | "visibility">;

/** Returns the account whose version the options belong to; null if it is the shared one. */
export function openVersion(draft: Draft, tab: Tab): Tab {
  return tab !== null && tab in draft.versions ? tab : null;
}

export function optionsOf(draft: Draft, tab: Tab): PostOptions {
  const [first] = partsOf(draft, openVersion(draft, tab));
  return { poll: first?.poll, warning: first?.warning, visibility: first?.visibility };
}

export function withOptions(draft: Draft, tab: Tab, change: PostOptions): Draft {
  const version = openVersion(draft, tab);
  const parts = partsOf(draft, version);
  const [first] = parts;
  return first ? withParts(draft, version, replacePart(parts, 0, { ...first, ...change })) : draft;
}

/** Returns the accounts that the open version is for. */
export function readersOf(
  accounts: readonly ComposerAccount[],
  draft: Draft,
  tab: Tab,
): readonly ComposerAccount[] {
  const version = openVersion(draft, tab);
  return accounts.filter(({ id }) => (version === null ? !(id in draft.versions) : id === version));
}

export function hasOptions(accounts: readonly ComposerAccount[]): boolean {
  return accounts.some(
    ({ limits }) => limits.poll || limits.hasWarnings || limits.visibilities !== undefined,
  );
}

/** Returns the poll limits that hold on every network with polls. */
export function commonPollLimit(accounts: readonly ComposerAccount[]): PollLimit | undefined {
  const limits = accounts.flatMap((account) => account.limits.poll ?? []);
  if (limits.length === 0) return undefined;
  return {
    optionsMax: Math.min(...limits.map(({ optionsMax }) => optionsMax)),
    optionLength: Math.min(...limits.map(({ optionLength }) => optionLength)),
    minutesMin: Math.max(...limits.map(({ minutesMin }) => minutesMin)),
    minutesMax: Math.min(...limits.map(({ minutesMax }) => minutesMax)),
    hasMultiple: limits.every(({ hasMultiple }) => hasMultiple),
    withImages: limits.every(({ withImages }) => withImages),
  };
}

export function commonVisibilities(accounts: readonly ComposerAccount[]): readonly Visibility[] {
  const offers = accounts.flatMap(({ limits }) =>
    limits.visibilities ? [limits.visibilities] : [],
  );
  return (offers[0] ?? []).filter((one) => offers.every((offer) => offer.includes(one)));
}

const durations = [5, 30, 60, 360, 720, 1_440, 4_320, 10_080] as const;
const day = 1_440;

export const newPoll: Poll = { options: ["", ""], minutes: day, isMultiple: false };

export function durationsWithin({ minutesMin, minutesMax }: PollLimit, now: number): number[] {
  const fitting = durations.filter((minutes) => minutes >= minutesMin && minutes <= minutesMax);
  return [...new Set([...fitting, now])].toSorted((one, other) => one - other);
}

/** Returns the largest unit that divides the duration, with its count. */
export function inWords(minutes: number): { unit: "minutes" | "hours" | "days"; count: number } {
  if (minutes % day === 0) return { unit: "days", count: minutes / day };
  return minutes % 60 === 0
    ? { unit: "hours", count: minutes / 60 }
    : { unit: "minutes", count: minutes };
}
