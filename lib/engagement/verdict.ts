/** What a person says the words are, having read them. */
export const verdicts = ["compliment", "not-a-compliment", "complaint", "no-complaint"] as const;

export type Verdict = (typeof verdicts)[number];
