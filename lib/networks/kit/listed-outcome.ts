import type { ReconcileOutcome } from "../contract/outcome.ts";
import type { Candidate } from "../contract/remote.ts";

/**
 * `it`: the entry is the post. `maybe`: nothing contradicts it, but the evidence is too weak. `other`: it is
 * another post.
 */
export type Likeness = "it" | "maybe" | "other";

interface Listed<Entry> {
  /** Entries that belong to no other delivery, newest first. */
  readonly free: readonly Entry[];
  readonly likeness: (entry: Entry) => Likeness;
  readonly candidateOf: (entry: Entry) => Candidate;
  /** The list reaches back past the first intent. */
  readonly isComplete: boolean;
  /**
   * What an unsuccessful complete search means: `not-shown` if the list may lag, so that sending again could
   * post twice.
   */
  readonly nothing: "absent" | "not-shown";
}

const mostCandidates = 10;

/**
 * Returns what a list of our own posts says about the post in question. A post that only might be it is left
 * for a person to decide.
 */
export function listedOutcome<Entry>({
  free,
  likeness,
  candidateOf,
  isComplete,
  nothing,
}: Listed<Entry>): ReconcileOutcome {
  // Of several equal posts the oldest is taken, because it was made first.
  const found = free.findLast((entry) => likeness(entry) === "it");
  if (found !== undefined) {
    const { remoteId, reference, url } = candidateOf(found);
    return { kind: "published", remoteId, reference, url };
  }
  const open = free.filter((entry) => likeness(entry) === "maybe");
  const others = free.filter((entry) => !open.includes(entry));
  const near = [...open, ...others].slice(0, mostCandidates).map(candidateOf);
  const candidates = near.length > 0 ? { candidates: near } : {};
  if (open.length > 0)
    return { kind: "not-shown", detail: "What is there may be it, or another one.", ...candidates };
  if (!isComplete)
    return { kind: "unknown", detail: "The list did not reach back far enough.", ...candidates };
  return nothing === "absent"
    ? { kind: "absent", ...candidates }
    : { kind: "not-shown", detail: "The list does not show it.", ...candidates };
}
