import type { OutcomeRule } from "#lib/networks/contract/manifest";

export type Kind = OutcomeRule["kind"];

export const kinds = [
  "key",
  "own-id",
  "container",
  "duplicate-listing",
  "refusal-only",
  "listing",
] as const satisfies readonly Kind[];

/** Our name for a network of this class. */
export function networkOf(kind: Kind): string {
  return `chaos-${kind}`;
}

/** Classes of network that may leave a doubt that nobody but a person can end (delivery.md). */
export const cannotKnow: ReadonlySet<Kind> = new Set(["refusal-only", "listing"]);

/** Where the network itself has threads. */
export const hasThreads: ReadonlySet<Kind> = new Set([
  "key",
  "own-id",
  "container",
  "duplicate-listing",
]);

const seconds = 1_000;

/** Longer than the longest processing (60 s) plus the usual listing lag (40 s), as delivery.md asks. */
export const settleMs: Readonly<Record<Kind, number>> = {
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
