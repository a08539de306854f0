import type { TextLanguage } from "./language.ts";

/** "Perfect fit, for a doll": an addition that takes back most of the praise before it. */
const narrowing = {
  en: /[,.;:–—-]\s*(?:(?:at least|but only|only|just|albeit|well)[, ]+)?(?:for (?:an? (?!fair\b|good\b|great\b|decent\b|reasonable\b|change\b|while\b|long\b|special\b|wonderful\b|lovely\b|second\b|third\b|few\b|lot\b|small price\b)|people who|those who|anyone (?:who|with)|someone (?:who|with)|whoever)|as an? (?!regular\b|family\b|couple\b|treat\b|gift\b|present\b|surprise\b|customer\b|mum\b|mom\b|dad\b|fan\b|result\b|bonus\b|thank)|if (?:your|you're|you are|you have|you want|you can|only)|unless|like an? (?!dream|charm|glove|king|queen|princess|pro|million|boss|local|new|treat|star)|(?:of|from|for) (?:somebody|someone) else|said no|almost\b[.!]*$|nearly\b[.!]*$|in theory|on paper|not)|\bby \w+ standards\b|\bon one (?:side|end)\b|\bthanks to (?!you|your|u\b|the (?:\w+ )?(?:staff|team|people|crew|lady|ladies|owner|owners|teacher|chef|driver)|everyone|all|@)|\bfrom (?:a distance|afar)\b|\b(?:in|on) the (?:picture|photo|brochure)s?\b|\bas long as\b|\bsaid (?:no one|nobody|no \w+) ever\b|\bin theory\b|\bon paper\b/iu,
  nl: /[,.;:–—-]\s*(?:(?:tenminste|althans|nou ja|alleen)[, ]+)?(?:voor (?:een (?!eerlijke|goede|mooie|nette|redelijke|keer|leuke|bijzonder|heerlijk|prikkie|habbekrats|kleine prijs|schappelijk)|wie|mensen die|iemand die|liefhebbers van)|als (?:een )?(?!altijd|vanouds|klant|gezin|cadeau|familie|stel|verrassing|fan|je|jullie|het|we|ik|u)\p{L}+[.!]*$|als (?:je|u) (?:maar|niet|toevallig)|tenzij|mits|naar (?!meer|wens|behoren|volle)\p{L}+ \p{L}+[.!]*$|van iemand anders|zei niemand|bijna[.!]*$|net niet|in theorie|op papier)|(?<!\p{L})(?:van (?:een afstand(?:je)?|ver(?:af)?|veraf)|op (?:de|het) (?:foto|plaatje)(?:'?s)?|in de folder|zolang (?:je|u|ik|we|hij|ze|het|er)|tot (?:je|u|ik|we|hij|ze|het|'t) \p{L}+|naar \p{L}+ maatstaven|aan (?:één|een) kant|dankzij (?!jullie|jou|je|u|uw|jouw|de (?:\p{L}+ )?(?:medewerkers|mensen|eigenaar|eigenaresse|juf|meester|chef|dames|heren)|iedereen|allen|@)\p{L}+|zei (?:nog )?niemand)(?!\p{L})/iu,
};

/**
 * "I wanted to love it", "would be great if", "everyone says": praise of what did not happen (yet), or is
 * another person's opinion.
 */
const unrealised = {
  en: /\b(?:(?:really |so |truly )?want(?:ed)? (?:so (?:badly|much) )?to (?:love|like|enjoy|be)|(?:i |we |just |really )?(?:hope|hoping|hoped|wish) (?:it|they|this|that|these|the|everything)\b(?! (?:lasts|stays|never))|(?:it|this|that|they) (?:would|could|might|should) (?:have been|be|taste|look|work) (?:\w+ )?(?:great|nice|good|lovely|perfect|wonderful|amazing|helpful|better|fantastic)|\bwould be (?:\w+ )?(?:great|nice|good|lovely|perfect|wonderful|amazing|fantastic|cool)|(?:i|we)(?:'d| would) (?:really |so |absolutely )?(?:love|like)\b(?! to (?:thank|say|give|recommend|praise))|(?:everyone|everybody|people|they|someone) (?:says?|told (?:me|us)|tells? (?:me|us)|thinks?)|(?:good|best of) luck|used to (?:be|love|like|go|have)|(?:was|were|is|are) (?:supposed|meant) to be|if only|once (?:was|were) (?:my|our|the|a)|no longer (?:my|our|the))\b/iu,
  nl: /(?<!\p{L})(?:wil(?:de|den)? (?:(?:het|hem|haar|ze|dit|er|zo|graag|heel|echt|toch) ){1,4}(?:\p{L}+ )?(?:vinden|houden|zijn)|(?:ik |we )?(?:hoop|hopen|hoopte|hoopten) (?:dat|het|maar|van harte dat)|hopelijk (?:is|zijn|wordt|worden|smaakt|smaken|valt|vallen|zit|past|bevalt)|zou(?:den)? (?:\p{L}+ ){0,3}?(?:fijn|leuk|mooi|geweldig|top|super|goed|handig|lekker|prachtig|perfect|ideaal|heerlijk) (?:zijn|geweest|staan)|(?:was|waren) (?:vroeger|ooit|altijd) (?:mijn|onze|de|het|een)|vroeger (?:was|waren|vond|kwam|was het)|zou(?:den)? (?:ik|we|wij) (?:\p{L}+ ){0,4}(?:willen|lusten)|(?:iedereen|ze|men|mensen|iemand) (?:zegt|zeggen|vertelt|vertelde)|succes met|hoort? te zijn|hoorde te)(?!\p{L})/iu,
};

export function narrowsPraise(text: string, language: TextLanguage): boolean {
  return narrowing[language].test(text);
}

export function isUnrealised(text: string, language: TextLanguage): boolean {
  return unrealised[language].test(text.replaceAll("’", "'"));
}
