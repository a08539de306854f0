/** What a person says the words are, having read them. */
export const verdicts = ["compliment", "not-a-compliment", "complaint", "no-complaint"] as const;

export type Verdict = (typeof verdicts)[number];

/** The words are nothing to thank for, or to answer as a fan's. */
export const noPraise = ["not-a-compliment", "complaint"] as const satisfies readonly Verdict[];

export function isNoPraise(verdict: Verdict | null): boolean {
  return noPraise.some((one) => one === verdict);
}
