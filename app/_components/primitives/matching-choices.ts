import { foldText } from "#lib/kernel/fold-text";
import type { OptionChoice } from "#lib/networks/contract/post-options";

/** From this number of choices on, a search field is shown. */
export const manyChoices = 15;

/**
 * Returns the choices whose label contains every word, ignoring case and accents, and the chosen one, so that
 * it stays chosen.
 */
export function matchingChoices(
  choices: readonly OptionChoice[],
  { words, chosen }: { readonly words: string; readonly chosen: string },
): readonly OptionChoice[] {
  const wanted = foldText(words).split(" ").filter(Boolean);
  if (wanted.length === 0) return choices;
  return choices.filter(({ value, label }) => {
    const folded = foldText(label);
    return value === chosen || wanted.every((word) => folded.includes(word));
  });
}
