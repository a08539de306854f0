import type { TextLanguage } from "./language.ts";

export type QuestionKind = "price" | "support" | "information";

interface Asking {
  /** Beginnings of a question without a question mark. */
  readonly opening: RegExp;
  /** Begins like a question and is none: exclamations, clauses, rhetoric. */
  readonly noQuestion: RegExp;
  /** Begins like a question and is none without a question mark: "Heb ze teruggestuurd" omits "ik". */
  readonly statement: RegExp;
  /** Ends that ask for agreement, not for an answer. */
  readonly tag: RegExp;
  /** Negated questions: "Isn't it lovely?" */
  readonly negative: RegExp;
  /** Requests to do or to tell something, which are never rhetorical only. */
  readonly request: RegExp;
  /** Questions in anger or praise, which expect no answer. */
  readonly rhetoric: RegExp;
  readonly support: RegExp;
}

const english: Asking = {
  opening:
    /^(?:(?:hi|hey|hello|so|ok|and|but|also|quick question|question|sorry)[,:! ]+)*(?:(?:who|what|where|when|why|which|whose|how)(?:'?s|'re)?(?: (?!i\b|you\b|we\b|they\b|he\b|she\b|it\b|the\b|my\b)\w+){0,3}? (?:is|are|was|were|do|does|did|can|could|will|would|should|shall|has|have|had|might|must)\b|(?:what|where|who|when|how)'(?:s|re)\b|(?:who|which|what) (?:\w+ ){0,2}(?:makes?|made|sells?|sold|designed?|painted|wrote|plays?|played|runs?|owns?|took|fits?|goes|works?|costs?|happens?|contact|knows?)\b|how (?:much|many|long|old|big|often|far|do|does|to|come)\b|(?:is|are|was|were|do|does|did|can|could|will|would|should|shall|has|have|may|might|must|am)(?:n't)? (?:i|you|u|we|they|he|she|it|there|this|that|these|those|the|your|anyone|anybody|someone|somebody|one|people|dogs|kids|children)\b|any(?:one|body)? (?:know|idea|chance|update|news|discounts?|deals?|offers?|left|recommendations?|else|in|way|plans)\b|price (?:of|for)\b|(?:please )?(?:tell|let) (?:me|us) know (?:if|when|where|how|what|whether)\b)/iu,
  noQuestion:
    /^(?:what (?:an?|i|we|you|they|he|she|the hell|lovely|great|beautiful|fantastic|amazing|wonderful|fun)\b|how (?:\w+ )?(?:great|cool|cute|beautiful|good|amazing|lovely|nice|kind|wonderful|sweet|funny|pretty|gorgeous|adorable|fantastic|sad|awful|rude|dare)\b|how (?:i|we|you|they|it|the)\b|when (?:i|we|you|they|he|she|it|the|my)\b|where (?:i|we|you|they|the)\b|who(?:ever)? (?:says?|needs?|cares?|doesn'?t|wouldn'?t|on earth|knew|would have thought)\b|will (?:definitely|be|buy|come|order|never)\b|do (?:not|n't|yourself|it)\b|have (?:a|an|to|been|not|never)\b|can(?:'t|not)\b|is (?:not|just|so|very)\b|why not\b)/iu,
  statement: /^(?!)/u,
  tag: /(?:,|\s)(?:(?:is|are|was|were|do|does|did|has|have|can|could|would|wo|should)n'?t (?:it|they|he|she|you|we|i|that)|don't you (?:think|agree|love)|wouldn't you say|right|innit|eh|no|huh|yeah|ok|okay|amirite|am i right|or what|you know|or am i)\s*\?+[!?]*\P{L}*$/iu,
  negative: /^(?:is|are|was|were|does|do|did|has|have|ai)n'?t\b|^am i the only one\b/iu,
  request:
    /\b(?:(?:can|could|would|will|do|does|are|have|did) (?:you|u|ya|we|i|one|anyone|somebody|someone)|how (?:much|many|long|do|to|can)|where|when|which|what time|please|anyone know|is there|are there|in stock|available|size|swap|exchange|return)\b/iu,
  rhetoric:
    /\b(?:seriously|is this a joke|are you (?:kidding|serious|joking)|who on earth|what on earth|why on earth|who (?:needs|cares|doesn'?t|wouldn'?t)|why would (?:anyone|anybody|you)|how (?:is this|hard can|can you (?:sell|call|charge)|dare)|what (?:more|else) (?:do|could|can) (?:you|i|we|one)|do you even|what is wrong with|what's not to (?:like|love)|what could (?:possibly )?be (?:better|worse|\w+er)\b|not even|how (?:cute|cool|great|beautiful|amazing|good|lovely|gorgeous) (?:is|are|was))\b/iu,
  support:
    /\b(?:exchange|swap|return(?:s|ed|ing)?|refund|warranty|guarantee|repair(?:s|ed)?|fix(?:ed)?|replace(?:d|ment)?|log ?in|password|reset|account|invoice|my (?:order|parcel|booking|appointment|subscription|account|ticket)|our (?:booking|order|table)|change my|move (?:my|our)|cancel|tracking|(?:doesn't|not|stopped) work(?:ing)?|lost (?:my|a)|manual|instructions|spare part)\b/iu,
};

const dutch: Asking = {
  opening:
    /^(?:(?:hoi|hallo|hey|hai|dag|goedemorgen|goedemiddag|en|maar|dus|vraagje|vraag|sorry|oh|ja|oké|ok)[,:! ]+)*(?:(?:wie|wat|waar|wanneer|waarom|hoe|hoeveel|welke?|wiens|waarmee|waarvan|waarvoor|waarheen)(?: (?!ik\b|je\b|jij\b|jullie\b|we\b|wij\b|ze\b|zij\b|hij\b|het\b|de\b|een\b|mijn\b|hier\b)[\p{L}\d]+){0,2}? (?:is|zijn|was|waren|kost|kosten|kan|kun|kunnen|kunt|mag|mogen|moet|moeten|heb|heeft|hebben|heet|heten|doe|doet|doen|ga|gaat|gaan|wil|willen|zal|zullen|zou|zouden|komt|komen|halen|haal|haalt|vind|vindt|vinden|zit|zitten|ligt|staat|staan|werkt|werken|wordt|worden|begint|beginnen|maakt|maken|verkoopt|verkopen|geldt|past|passen|duurt|bedoelt|reset|krijg|krijgt|krijgen|gebruik|gebruikt|gebruiken|neemt|nemen|betekent|bestel|lever|leveren|weet)(?![\p{L}])|bij wie (?:moet|kan)|hoe (?:lang|laat|vaak|groot|duur|oud|ver|reset|werkt)\b|(?:is|zijn|was|waren|heb|heeft|hebben|hebt|kan|kun|kunnen|kunt|mag|mogen|wil|willen|wilt|zou|zouden|zal|zullen|doe|doen|doet|komt|komen|krijg|krijgen|werkt|werken|past|passen|moet|moeten|geven|verzenden|verkopen|leveren|repareren|bestaat|gaat|zit|ligt|staat|weten|geldt|bezorgen|maken|nemen|accepteren) (?:ik|je|jij|u|jullie|we|wij|ze|zij|hij|het|dit|dat|deze|die|er|de|een|iemand|mijn|onze|jouw|uw|honden|kinderen|studenten|hier|m|ie|'t|t|ook)(?![\p{L}])|weet (?:iemand|jij|u|je)\b|iemand (?:die weet|enig idee|een idee)\b|prijs (?:van|voor)\b|(?:laat|vertel|zeg) (?:me|mij|eens) (?:even )?(?:weten )?(?:of|wanneer|waar|hoe|wat)\b)/iu,
  noQuestion:
    /^(?:wat (?:een|'n|ik|je|we|is het (?:mooi|fijn|lekker|leuk|toch)|zijn (?:ze|we|die|jullie) (?:toch |mooi|fijn|lekker|blij)|fijn|mooi|leuk|lekker|lief|goed|geweldig|prachtig|heerlijk|jammer|slecht|kan|ben ik|zijn we|staat|smaakt|ziet)\b|hoe (?:\p{L}+ )?(?:mooi|leuk|gaaf|tof|vet|lekker|lief|fijn|schattig|goed|prachtig|geweldig|knap|dan ook|durf|kun je zo)\b|wie (?:hier|dit|dat|nog|niet|van|zegt|wordt|verpakt|een|goed|ook)\b|wanneer (?:ik|je|we|ze|het|de)\b|waar (?:ik|je|we|ze|het|de)\b|is (?:niet|echt|heel|zo)\b|zijn (?:naam|dochter|zoon|vrouw|moeder|vader|werk)\b|zal (?:ik )?(?:zeker|nooit)\b|kan niet\b|heb (?:ik )?(?:er|al|een|de|het|nog|net|nu|hier|dit|deze|mijn|genoten)\b|doe (?:mij|het|maar|ik)\b|ga(?:at)? (?:zo|nooit|zeker)\b|komt goed\b|past (?:perfect|precies|goed)\b|werkt (?:perfect|goed|prima|niet)\b|ziet er\b|was (?:echt|heel|weer|super|een|lekker|gezellig)\b|moet (?:ik|je) (?:zeggen|echt)\b)/iu,
  statement:
    /^was er (?:\p{L}+ ){0,3}bij(?!\p{L})|^(?:heb|krijg|doe|neem|geef) (?:ze|hem|haar|het|dit|dat|deze|die|er|'?m|'?t|een|mijn|onze)(?![\p{L}])/iu,
  tag: /(?:,|\s|^)(?:toch|hè|he|hé|niet|nietwaar|niet waar|of niet|of wel|vind je niet|vinden jullie niet|vindt u niet|denk je niet|niet dan|snap je|weet je|ja|nee|oke|ok|oké|zeg nou zelf|wat jij|of wat)\s*\?+[!?]*\P{L}*$/iu,
  negative:
    /^(?:is|zijn|was|waren|ziet|zien|staat|staan|wordt|lijkt|heb|heeft|hebben) (?:[\p{L}']+ ){1,4}?niet\b|^ben ik de enige\b/iu,
  request:
    /(?<![\p{L}])(?:(?:kan|kun|kunnen|kunt|mag|mogen|wil|willen|wilt|zou|zouden|heb|hebben|hebt|heeft|doen|verkopen|verzenden|geven|leveren|moet|moeten) (?:ik|je|jij|u|jullie|we|wij|iemand|hij|het|dit|m|er|mijn|onze)|hoeveel|hoe (?:lang|laat|kan|kom|werkt|duur)|waar|wanneer|welke|aub|a\.u\.b\.|weet iemand|is er|zijn er|op voorraad|maat|ruilen|omruilen|retour)(?![\p{L}])/iu,
  rhetoric:
    /(?<![\p{L}])(?:serieus|is dit een grap|menen jullie dit|meen je dit|wie (?:verpakt|verzint|bedenkt|doet|betaalt|wil|wordt|is) (?:er |hier |dit |zoiets )*(?:nou|nu|niet|toch|in vredesnaam)|wie (?:wordt|wil|houdt) (?:hier|daar) (?:nou |nu )?niet|waarom zou (?:iemand|je|ik)|hoe (?:kun|kunnen|durven|durf|moeilijk|haal) (?:je|jullie)|hoe moeilijk kan|wat wil je (?:nog )?meer|wat kan er|niet eens|zijn jullie wel|hoe (?:leuk|mooi|gaaf|tof|vet|lief|schattig|lekker|gaaf) (?:is|zijn|was))(?![\p{L}])/iu,
  support:
    /(?<![\p{L}])(?:(?:om)?ruilen|retour\p{L}*|terug ?(?:sturen|brengen|betal\p{L}*)|garantie|repar\p{L}*|maken|vervang\p{L}*|inlog\p{L}*|inloggen|wachtwoord|reset\p{L}*|account|factuur|mijn (?:bestelling|pakket|pakje|afspraak|abonnement|account|ticket|kaartje)|onze (?:reservering|bestelling|tafel)|afspraak (?:verzetten|wijzigen|verplaatsen)|verzetten|annuleren|track|doet het niet|werkt niet|verloren|handleiding|onderdeel|onderdelen)(?![\p{L}])/iu,
};

const byLanguage = { en: english, nl: dutch };

const wonder = {
  en: /\b(?:(?:i was |i'm |i am |was )?(?:just )?wondering (?:if|whether|how|what|when|where)|(?:i )?wonder (?:if|whether)|i(?:'d| would) like to know|does any(?:one|body) know|can any(?:one|body) tell|not sure (?:which|what|how|if)|curious (?:if|whether|how|what))\b/iu,
  nl: /(?<![\p{L}])(?:(?:ik )?vroeg me af|vraag me af|(?:ben |ik ben )?(?:wel )?(?:benieuwd|nieuwsgierig) (?:of|hoe|wanneer|waar|wat)|weet (?:iemand|er iemand)|kan iemand (?:me |mij )?(?:vertellen|zeggen|helpen)|(?:ik )?zou graag willen weten|graag weten|geen idee (?:welke|hoe|wat))(?![\p{L}])/iu,
};

/** Whether the writer expects an answer. Tags, exclamations and rhetorical questions do not. */
export function isQuestion(text: string, language: TextLanguage, strength: number): boolean {
  const asking = byLanguage[language];
  const plain = text
    .replace(/https?:\/\/\S+/g, "")
    .replaceAll("’", "'")
    .trim();
  if (wonder[language].test(plain)) return true;
  return sentencesOf(plain).some(
    (sentence) =>
      (sentence.includes("?") && aboutMoney[language].test(sentence)) ||
      asks(sentence, asking, strength),
  );
}

function asks(sentence: string, asking: Asking, strength: number): boolean {
  if (asking.rhetoric.test(sentence) || asking.noQuestion.test(sentence)) return false;
  if (sentence.includes("?")) {
    if (asking.tag.test(sentence)) return false;
    const isFelt = Math.abs(strength) > feltStrongly;
    if (asking.negative.test(sentence)) return !isFelt && asking.request.test(sentence);
    return !isFelt || asking.request.test(sentence);
  }
  if (/!\P{L}*$/u.test(sentence) || asking.statement.test(sentence)) return false;
  return asking.opening.test(sentence);
}

/**
 * In a text with a higher score (absolute), question marks count as exclamations unless the sentence makes a
 * request.
 */
const feltStrongly = 0.6;

/** Splits a text into sentences, with their marks and without leading mentions. */
function sentencesOf(text: string): string[] {
  return (text.match(/[^.!?\n;]+[!?]*\P{L}{0,3}/gu) ?? [])
    .map((sentence) => sentence.replace(/^[\s\P{L}]*(?:@[\p{L}\d._-]+[\s,:]*)*/u, "").trim())
    .filter(Boolean);
}

const aboutMoney = {
  en: /\b(?:how much|prices?|costs?|discounts?|quote)\b/iu,
  nl: /(?<![\p{L}])(?:hoeveel (?:kost|is|voor)|hoe duur|prijs|prijzen|kost(?:en)?|korting|offerte)(?![\p{L}])/iu,
};

/** Returns what a question is about. The first kind that matches applies. */
export function questionKindOf(text: string, language: TextLanguage, price: RegExp): QuestionKind {
  if (aboutMoney[language].test(text)) return "price";
  if (byLanguage[language].support.test(text)) return "support";
  return price.test(text) ? "price" : "information";
}
