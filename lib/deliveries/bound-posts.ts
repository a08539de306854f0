import type { CompletedStep } from "./delivery-event.ts";

/** Returns the ids of all network posts that the answer names. */
export function remoteIdsOf({ outcome }: CompletedStep): string[] {
  if (outcome.kind === "published") return [outcome.remoteId];
  if (outcome.kind === "duplicate") return outcome.named ? [outcome.named.remoteId] : [];
  const found = "candidates" in outcome ? outcome.candidates : undefined;
  return found?.map(({ remoteId }) => remoteId) ?? [];
}

/**
 * Returns the answer without posts that belong to other deliveries, because they cannot be this delivery's.
 */
export function excludeBoundPosts(step: CompletedStep, bound: ReadonlySet<string>): CompletedStep {
  const { outcome, type } = step;
  if (bound.size === 0) return step;
  if (outcome.kind === "published" && type !== "prepare")
    return { type, outcome: { kind: "unknown", detail: somebodyElses } };
  if (outcome.kind === "duplicate" && type === "publish")
    return { type, outcome: { kind: "duplicate", detail: outcome.detail } };
  if ("candidates" in outcome && type === "reconcile") {
    const candidates = outcome.candidates?.filter(({ remoteId }) => !bound.has(remoteId)) ?? [];
    return { type, outcome: { ...outcome, candidates } };
  }
  return step;
}

const somebodyElses = "The network answered with a post that belongs to another delivery.";
