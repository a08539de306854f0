import type { ReadyLexicon } from "./lexicon.ts";
import { wordsOf } from "./words.ts";

/** A question mark, unless it only follows a quote or a link; or an opener with a price word and no mark, as people type on a phone. */
export function isQuestion(text: string, lexicon: ReadyLexicon): boolean {
  const plain = text.replace(/https?:\/\/\S+/g, "").trim();
  if (/\?\s*$|\?\s/.test(plain)) return !isRhetorical(plain);
  if (isExclamation(plain)) return false;
  const [first = ""] = wordsOf(plain);
  return lexicon.questionOpeners.has(first) && lexicon.lexicon.priceQuestion.test(plain);
}

/** "Wat een mooie kleur" and "Hoe zacht!" open like a question and name what prices are asked of. */
function isExclamation(text: string): boolean {
  return (
    /!\s*\p{Emoji_Presentation}*\s*$/u.test(text) || /^(wat (een|'n|’n)|what an?)\s/iu.test(text)
  );
}

/** "How great is this?!" and "right?" ask for nothing. */
function isRhetorical(text: string): boolean {
  return (
    /^(how|hoe)\s+(\p{L}+\s+)?(great|cool|cute|beautiful|good|amazing|mooi|leuk|gaaf|tof|vet)\b/iu.test(
      text,
    ) || /^\S*(right|toch|hè|he|eh)\?+!*$/iu.test(text)
  );
}
