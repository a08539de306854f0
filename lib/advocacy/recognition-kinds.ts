/** Ways to thank a person without a network. A team member does it and records it here. */
export const quietWays = ["card", "letter", "in-person", "e-mail"] as const;

export type QuietWay = (typeof quietWays)[number];

/** Kinds of thank-yous, public and private. */
export const recognitionKinds = [
  "public-mention",
  "reply",
  "private",
  "by-hand",
  ...quietWays,
] as const;

type RecognitionKind = (typeof recognitionKinds)[number];

const amongTwo: ReadonlySet<RecognitionKind> = new Set(["private", ...quietWays]);

/** Whether the thank-you was private. A private one has a waiting time of its own. */
export function isAmongTwo({ kind }: { readonly kind: RecognitionKind }): boolean {
  return amongTwo.has(kind);
}
