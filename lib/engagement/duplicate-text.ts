const days = 24 * 60 * 60_000;

/** People who write the very same words within this time did not think of them by themselves. */
export const sameWordsWithinMs = 14 * days;
const peopleForAChain = 3;

/** "Mooi!" is what many people say anyway; only longer texts can give a chain away. */
export function canBeChain(text: string | null): text is string {
  return text !== null && text.length >= 16 && text.trim().split(/\s+/).length >= 3;
}

/** Texts that at least three different people wrote. */
export function chainsAmong(
  said: readonly { readonly text: string | null; readonly identityId: string }[],
): Set<string> {
  const byText = new Map<string, Set<string>>();
  for (const { text, identityId } of said) {
    if (!canBeChain(text)) continue;
    byText.set(text, (byText.get(text) ?? new Set()).add(identityId));
  }
  return new Set(
    [...byText].filter(([, people]) => people.size >= peopleForAChain).map(([text]) => text),
  );
}
