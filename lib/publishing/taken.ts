import type { Taken } from "./step.ts";

/** The posts of the network that an answer speaks of. */
export function remoteIdsOf({ outcome }: Taken): string[] {
  if (outcome.kind === "published") return [outcome.remoteId];
  if (outcome.kind === "duplicate") return outcome.named ? [outcome.named.remoteId] : [];
  const found = "candidates" in outcome ? outcome.candidates : undefined;
  return found?.map(({ remoteId }) => remoteId) ?? [];
}

/** The same answer without the posts that belong to other deliveries: those cannot be this one. */
export function withoutTaken(step: Taken, taken: ReadonlySet<string>): Taken {
  const { outcome, phase } = step;
  if (taken.size === 0) return step;
  if (outcome.kind === "published" && phase !== "prepare")
    return { phase, outcome: { kind: "unknown", detail: somebodyElses } };
  if (outcome.kind === "duplicate" && phase === "publish")
    return { phase, outcome: { kind: "duplicate", detail: outcome.detail } };
  if ("candidates" in outcome && phase === "reconcile") {
    const candidates = outcome.candidates?.filter(({ remoteId }) => !taken.has(remoteId)) ?? [];
    return { phase, outcome: { ...outcome, candidates } };
  }
  return step;
}

const somebodyElses = "The network answered with a post that belongs to another delivery.";
