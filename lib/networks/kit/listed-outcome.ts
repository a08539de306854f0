import type { ReconcileOutcome } from "../contract/outcome.ts";
import type { Candidate } from "../contract/remote.ts";

/** `maybe`: nothing in it says that it is another one, and what says that it is this one is too little. */
export type Likeness = "it" | "maybe" | "other";

interface Listed<Entry> {
  /** Of no other delivery, newest first. */
  readonly free: readonly Entry[];
  readonly likeness: (entry: Entry) => Likeness;
  readonly candidateOf: (entry: Entry) => Candidate;
  /** The list reached back past the first intent. */
  readonly isComplete: boolean;
  /** What it means that nothing like it is there: `not-shown` where the list may lag and something would be sent. */
  readonly nothing: "absent" | "not-shown";
}

const mostCandidates = 10;

/** What a list of our own posts says of the one that is looked for. One that only may be it is for a person to say. */
export function listedOutcome<Entry>({
  free,
  likeness,
  candidateOf,
  isComplete,
  nothing,
}: Listed<Entry>): ReconcileOutcome {
  // The oldest of equals: it is the one that was made first.
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
