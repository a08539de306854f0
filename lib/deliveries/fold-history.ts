import type { Attempt } from "./delivery.ts";
import { isSilence, plainFailure } from "./plain-failure.ts";

/** Consecutive attempts that have the same description. */
export interface FoldedAttempts {
  readonly kind: string;
  /** At least one attempt, oldest first. */
  readonly attempts: readonly [Attempt, ...Attempt[]];
}

/** Folds consecutive equal attempts into one. A person's action always stays separate. */
export function foldHistory(history: readonly Attempt[]): FoldedAttempts[] {
  const folded: FoldedAttempts[] = [];
  for (const attempt of history) {
    const last = folded.at(-1);
    const kind = kindOf(attempt);
    if (last && isSame(last, attempt, kind))
      folded[folded.length - 1] = { kind, attempts: [...last.attempts, attempt] };
    else folded.push({ kind, attempts: [attempt] });
  }
  return folded;
}

function isSame({ kind, attempts: [first] }: FoldedAttempts, attempt: Attempt, next: string) {
  return (
    attempt.phase !== "person" &&
    kind === next &&
    first.phase === attempt.phase &&
    first.decided === attempt.decided &&
    first.why === attempt.why
  );
}

/** Returns the outcome; a search that got no answer at all is "silent" because its text differs. */
function kindOf(attempt: Attempt): string {
  const isInVain = attempt.phase === "reconcile" && attempt.outcome === "unknown";
  return isInVain && isSilence(plainFailure(attempt)) ? "silent" : attempt.outcome;
}
