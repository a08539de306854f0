import type { Moment } from "./shout-out.ts";

/** Added for a fresh moment: it is a better reason for thanks than a high score. */
const bonus: Record<Moment["kind"], number> = {
  "first-review": 2,
  "first-user-content": 2.4,
  "first-mention": 1.6,
  referral: 2.6,
  "repeat-purchase": 1.2,
  anniversary: 1.4,
  "came-back": 1,
  "helped-customer": 2.4,
  "complaint-turned-happy": 2,
  "own-initiative": 1.8,
};
const dayMs = 86_400_000;

export interface Candidate {
  readonly personId: string;
  readonly network: string;
  readonly kind: Moment["kind"] | "standing";
  readonly language: string;
  readonly isNewcomer: boolean;
  readonly utility: number;
}

/**
 * Returns the use of a thank-you now, from the evidence since the last one, how fresh the moment is, and the
 * number of past thank-yous.
 */
export function utilityOf(input: {
  readonly now: Date;
  readonly rawSinceThanked: number;
  readonly moment: Pick<Moment, "kind" | "at"> | undefined;
  readonly pastRecognitions: number;
}): number {
  const { now, rawSinceThanked, moment, pastRecognitions } = input;
  const age = moment ? Math.max(0, now.getTime() - moment.at.getTime()) / dayMs : 0;
  const fresh = moment ? bonus[moment.kind] * 2 ** (-age / 7) : 0;
  return Math.log(1 + Math.max(0, rawSinceThanked)) + fresh - 0.25 * Math.log(1 + pastRecognitions);
}

const lambda = 0.7;

/**
 * Returns at most `most` candidates that are good and differ (maximal marginal relevance over network, kind
 * and language). The last place goes to a newcomer if none was chosen before. Candidates without a positive
 * utility are left out.
 */
export function chooseDiverse<One extends Candidate>(
  candidates: readonly One[],
  most: number,
): One[] {
  const chosen: One[] = [];
  const left = candidates.filter(({ utility }) => utility > 0);
  while (chosen.length < most && left.length > 0) {
    const isLastPlace = chosen.length === most - 1;
    const needsNewcomer = isLastPlace && most > 1 && !chosen.some(({ isNewcomer }) => isNewcomer);
    const newcomers = left.filter(({ isNewcomer }) => isNewcomer);
    const pool = needsNewcomer && newcomers.length > 0 ? newcomers : left;
    const best = pool.reduce((a, b) => (worth(b, chosen) > worth(a, chosen) ? b : a));
    chosen.push(best);
    left.splice(left.indexOf(best), 1);
  }
  return chosen;
}

function worth(candidate: Candidate, chosen: readonly Candidate[]): number {
  const closest = Math.max(0, ...chosen.map((other) => likeness(candidate, other)));
  return lambda * candidate.utility - (1 - lambda) * closest;
}

function likeness(a: Candidate, b: Candidate): number {
  const same = [a.network === b.network, a.kind === b.kind, a.language === b.language];
  return same.filter(Boolean).length / same.length;
}
