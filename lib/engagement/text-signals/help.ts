import { boundRuns } from "./bound-runs.ts";
import { wordsOf } from "./words.ts";

/**
 * Texts that are addressed to another person without helping: thanks always, the others (`echo`) only in
 * short texts.
 */
const thanks =
  /(?<![\p{L}])(?:thanks?|thank you|thx|tysm|cheers|bedankt|dank(?: je| jullie| u)?(?: wel)?|dank(?:je|u)wel|merci|danke)(?![\p{L}])/iu;
const echo =
  /(?<![\p{L}\d])(?:same (?:here|thing|problem|question|issue|for me|with (?:me|mine))|me (?:too|neither)|mine (?:too|as well)|(?:i|we) (?:also )?(?:have|had|want|need|got) (?:that|this|it|one|them|the same)(?: too| as well)?|agreed?|i agree|exactly|so true|true that|this one|(?:ik|wij|we|hier|hem|die van mij|bij mij|bij ons) ook|ook zo|idem|dito|(?:mee )?eens|klopt|precies|helemaal waar|(?:dat|dit|die) (?:heb|hebben|had|hadden|wil|willen) (?:ik|we|wij) ook|(?:het)?zelfde (?:hier|probleem|vraag|bij (?:mij|ons)|verhaal)|congrat\p{L}*|good luck|well done|get well|gefeliciteerd|sterkte|beterschap|succes|welterusten|proficiat|look at (?:this|these|that)|check this|for you|kijk (?:eens|dan|deze|die|nou)|zie (?:deze|die)|(?:iets )?voor jou|something for us|iets voor ons)(?![\p{L}\d])/iu;
const laughter =
  /^(?:(?:ha|he|hi|ho){2,}\p{L}?|l+o+l+|lmao|rofl|omg|wow|oh|ah|yes|no|yeah|ja|nee|ok|oke|oké|zo|so|true|same|dit|this)$/u;
const shortEcho = 8;
const leastWords = 2;
/** Praise of so few words ("So pretty!") is no help. */
const shortPraise = 5;

/** Whether an answer to another person's words contains something that this person can use. */
export function looksLikeHelp(said: string, isPraise: boolean): boolean {
  const text = boundRuns(said).replaceAll("’", "'");
  if (thanks.test(text)) return false;
  const words = wordsOf(text).filter((word) => !laughter.test(word));
  if (words.length < leastWords) return false;
  if (isPraise && words.length <= shortPraise) return false;
  return words.length > shortEcho || !echo.test(text);
}
