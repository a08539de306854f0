/** Ways to thank somebody that need no network; a person goes them, we remember it. */
export const quietWays = ["card", "letter", "in-person", "e-mail"] as const;

export type QuietWay = (typeof quietWays)[number];

/** What we gave back, in public or among two. */
export const recognitionKinds = [
  "public-mention",
  "reply",
  "private",
  "by-hand",
  ...quietWays,
] as const;

type RecognitionKind = (typeof recognitionKinds)[number];

const amongTwo: ReadonlySet<RecognitionKind> = new Set(["private", ...quietWays]);

/** A word among two wears off sooner than a public one. */
export function isAmongTwo({ kind }: { readonly kind: RecognitionKind }): boolean {
  return amongTwo.has(kind);
}
