import type { Attempt } from "./delivery.ts";
import { isSilence, plainFailure } from "./plain-failure.ts";

/** Attempts in a row of which the same is to be told. */
export interface FoldedAttempts {
  readonly kind: string;
  /** At least one, oldest first. */
  readonly attempts: readonly [Attempt, ...Attempt[]];
}

/** Equal attempts in a row as one; what a person did always stands alone. */
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

/** Asking in vain is told differently where nobody answered. */
function kindOf(attempt: Attempt): string {
  const isInVain = attempt.phase === "reconcile" && attempt.outcome === "unknown";
  return isInVain && isSilence(plainFailure(attempt)) ? "silent" : attempt.outcome;
}
