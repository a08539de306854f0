import type { OutcomeRule } from "#lib/networks/contract/manifest";

/** The classes of the contract, each by a network and a connector of the harness's own. */
export type ClassKind = OutcomeRule["kind"];

/**
 * Servers that speak Mastodon's API and are not Mastodon, by the product's own connector: one that
 * ignores the key, renames pictures, reformats text and lags; one without DELETE, polls and the
 * second version of anything, which does not say what it is.
 */
export type RelativeKind = "relative" | "bare";

export type Kind = ClassKind | RelativeKind;

export const kinds = [
  "key",
  "own-id",
  "container",
  "duplicate-listing",
  "refusal-only",
  "listing",
  "relative",
  "bare",
] as const satisfies readonly Kind[];

export function isRelative(kind: Kind): kind is RelativeKind {
  return kind === "relative" || kind === "bare";
}

/** Our name for a network of this class. */
export function networkOf(kind: Kind): string {
  return `chaos-${kind}`;
}

/** Classes of network that may leave a doubt that nobody but a person can end (delivery.md). */
export const cannotKnow: ReadonlySet<Kind> = new Set([
  "refusal-only",
  "listing",
  "relative",
  "bare",
]);

/** Where the network itself has threads. */
export const hasThreads: ReadonlySet<Kind> = new Set([
  "key",
  "own-id",
  "container",
  "duplicate-listing",
  "relative",
  "bare",
]);

const seconds = 1_000;

/** Longer than the longest processing (60 s) plus the usual listing lag (40 s), as delivery.md asks. */
export const settleMs: Readonly<Record<ClassKind, number>> = {
  key: 120 * seconds,
  "own-id": 5 * seconds,
  container: 120 * seconds,
  "duplicate-listing": 120 * seconds,
  "refusal-only": 120 * seconds,
  listing: 120 * seconds,
};

/** A request that is still being worked on is through or dropped by then. */
export const longestProcessingMs = 60 * seconds;
export const usualLagMs = 40 * seconds;
