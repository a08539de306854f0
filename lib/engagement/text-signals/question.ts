import type { ReadyLexicon } from "./lexicon.ts";
import { wordsOf } from "./words.ts";

/** A question mark, unless it only follows a quote or a link; or an opener with a price word and no mark, as people type on a phone. */
export function isQuestion(text: string, lexicon: ReadyLexicon): boolean {
  const plain = text.replace(/https?:\/\/\S+/g, "").trim();
  if (/\?\s*$|\?\s/.test(plain)) return !isRhetorical(plain);
  const [first = ""] = wordsOf(plain);
  return lexicon.questionOpeners.has(first) && lexicon.lexicon.priceQuestion.test(plain);
}

/** "How great is this?!" and "right?" ask for nothing. */
function isRhetorical(text: string): boolean {
  return (
    /^(how|hoe)\s+(\p{L}+\s+)?(great|cool|cute|beautiful|good|amazing|mooi|leuk|gaaf|tof|vet)\b/iu.test(
      text,
    ) || /^\S*(right|toch|hè|he|eh)\?+!*$/iu.test(text)
  );
}
