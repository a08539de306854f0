/** A person's judgement of what a text is. */
export const verdicts = ["compliment", "not-a-compliment", "complaint", "no-complaint"] as const;

export type Verdict = (typeof verdicts)[number];

/** Verdicts by which a text is nothing to thank for, or to answer as a fan's. */
export const noPraise = ["not-a-compliment", "complaint"] as const satisfies readonly Verdict[];

export function isNoPraise(verdict: Verdict | null): boolean {
  return noPraise.some((one) => one === verdict);
}
