import { readEmoji } from "./emoji.ts";
import { readIdioms } from "./idioms.ts";
import type { TextLanguage } from "./language.ts";
import { narrowsPraise } from "./qualified-praise.ts";
import type { Feeling } from "./sentiment.ts";

/** Signs that praise may be ironic: what goes wrong, how often, how late, how long. */
interface Trouble {
  readonly defect: RegExp;
  readonly delay: RegExp;
  readonly count: RegExp;
  readonly again: RegExp;
  readonly finally: RegExp;
  readonly scorn: RegExp;
}

const english: Trouble = {
  defect:
    /\b(?:broken?|breaks?|crack(?:ed|s)?|leak(?:s|ed|ing|y)?|torn|rip(?:s|ped)|dead|dies|died|flat tyres?|flat tires?|cold (?:coffee|soup|food|shower)|stale|empty|missing|lost|los(?:e|ing)|lose|wrong|crash(?:es|ed)?|down again|is down|faulty|defect(?:ive)?|damaged?|smashed|splinters?|holes?|(?:fell|fall(?:s|ing)?|came) (?:apart|off)|cancel(?:s|led|ed|ling|ing)?|ruin(?:s|ed|ing)?|(?:threw|thrown|throws?|tossed|dumped|kicked|hurled|lobbed|flung)(?! in (?:an?|some|extra|free|the)\b)|dropp?ed (?:it|them|my|the)|spill(?:ed|s|t)|stain(?:s|ed)?|scratch(?:ed|es)?|full of (?:holes|hairs?|stains|bobbles|lint|mistakes|errors|bugs|dust)|after (?:one|a single|the first|just one|only one) (?:wash|wear|use|day|week)|pay(?:ing)? (?:\w+ ){1,3}(?:euros?|pounds?|dollars?|quid|bucks)|(?:free|extra|bonus|complimentary|live) (?:fly|flies|hairs?|worms?|bugs?|mou?ld|stains?|holes?|dents?|scratch(?:es)?|crumbs|spiders?|slugs?)|w(?:oke|oken|akes?|aking) (?:me|us|the (?:kids|baby|whole)) ?\w*|in (?:two|three|four|a (?:hundred|thousand|million)|several|many) (?:halves|pieces|bits|parts)|ignor(?:e|es|ed|ing)|overcharged|charg(?:ed|ing)|invoices?|bills?|refunds?|logs? (?:me|us) out|closed|shame|nobody|no one|without (?:telling|warning|asking)|never (?:works?|ordered|asked|arrived|came)|doesn'?t work|not working|someone else's|only (?:lasted|works?)|lasted (?:only |just |all of |barely |nearly |not even )?(?:an? )?(?:whole |entire |full |grand total of |mere |good )?(?:a|one|two|three|four|five|six|\d+) (?:minutes?|hours?|days?|weeks?|wash(?:es)?)|terrible|awful|horrible|rude|hate|torture|useless|worst|pay(?:ing|s)? (?:for|extra|more|double|again|twice|£|\$|€)|thanks to (?:you|your|the) [^.!?]{0,60}\b(?:we|i|my \w+|our \w+) now)\b/iu,
  delay:
    /\b(?:wait(?:s|ed|ing)?|late|delay(?:s|ed)?|took (?:you |them |me |us )?(?:only |just |a mere )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a few) (?:hours|days|weeks|months|years|attempts|calls|emails)|at (?:[1-6]|one|two|three|four|five|six)(?:[:.]\d\d)? ?(?:am|a\.m\.|in the morning)|on hold|still (?:no|not|nothing|waiting)|slow|(?:only|just|merely) (?:\w+ ){0,2}(?:\d+|an?|one|two|three|four|five|six|half)[^.!?]{0,12}\b(?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?|miles|km)|(?:\d+|two|three|four|five|six|eight|ten) (?:days|weeks|months|hours|years)(?: (?:later|late|old)| and)|after (?:only )?(?:\d+|two|three|four|five|six|eight|ten|eleven|twelve) (?:hours|days|weeks|months|emails|calls|attempts)|was yesterday|ordered (?:it )?in (?:january|february|march|april|may|june|july|august|september|october|november|december)|an hour early|hour of|(?:week|day|hour)s? old)\b/iu,
  count:
    /\b(?:second|third|fourth|fifth|sixth|2nd|3rd|[4-9]th|umpteenth|nth|another) (?:\w+ )?(?:time|delay|broken|wrong|invoice|repair|plumber|mechanic|courier|replacement|attempt|call|email|complaint|update|lamp|one|pair|scarf|parcel)|\b(?:twice|(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) times(?! (?:better|happier|nicer|more|as|faster|warmer|cheaper|prettier))|\d+x|in a row|every (?:five|ten|two|\d+) minutes|each time|always (?:manage|late|closed|wrong)|yet another|oh (?:lovely|great|joy|wonderful|good|nice))\b/iu,
  again:
    /(?<!\b(?:once|thanks?|thank you|you|come|came|coming|back|buy|order|go|return|visit|here|it|time and|over and|and|there|do|it all|new|smile|ride|rides|happy|fine|good|well|warm|works?) )\bagain\b(?! and again)/iu,
  finally: /\b(?:finally|at (?:long )?last)\b/iu,
  scorn:
    /\byeah,? right\b|\bstars (?:for|to) (?:the|your|an?|my|that) (?!(?:\w+ ){0,2}(?:service|staff|team|food|coffee|driver|lady|man|woman|girls?|guys?|people|care|shop|place|store|cake|course|class|teacher|lesson|workshop|quality|atmosphere|help|show|band|book|meal|menu|chef|vet|plumber|crew)\b)|\bthanks for nothing\b|\bnice one\b|\bwell done,? (?:on|you|guys|everyone)\b|\bso classy\b|\breally classy\b|\bcongrat\w*,? (?:on|you)\b|\bgreat job (?:on |of )?\w+ing\b|["“]\p{Ll}[^"”]{1,20}["”]|\bif you(?:'re into| are into| enjoy| like| love| fancy| prefer| don't mind) (?:your|being|getting|having|to be|it when|\w+ing|splinters|queues|noise|dirt|pain)\b|\s\/s\b|\bwhat a (?:treat|joke)\b.{0,80}\b(?:cold|flat|broken|wet|late)\b|\bmy favou?rite (?:hobby|pastime|part)\b|\bas always\b.{0,80}\b(?:only|wait|late)\b|\bjust what i needed\b|\bperfect timing\b|\bimpressive how\b/iu,
};

const dutch: Trouble = {
  defect:
    /(?<![\p{L}])(?:kapotte?|(?<!een )stuk|gebroken|brak|scheur\p{L}*|gescheurd|lek|lekt|lekke band|lekkage|dood|koude (?:koffie|soep|douche)|ijskoud|leeg|lege|kwijt\p{L}*|verkeerde?|vast(?:gelopen|loopt)|ligt er (?:weer )?uit|defecte?|beschadigd?e?|splinters?|gaten|gat|(?:uit elkaar|los|eraf)|afgezegd|afzeggen|geannuleerd|verpest|gegooid|gooide|gesmeten|smeet|gedumpt|geschopt|laten vallen|gemorst|vlek(?:ken)?|kras(?:sen)?|vol (?:pluizen|gaten|vlekken|haren|krassen|fouten|stof)|na (?:één|een|1|de eerste) (?:keer|wasbeurt|dag|week) ?(?:dragen|wassen|gebruik\p{L}*)?|(?:gratis|extra|levende) (?:vlieg|vliegen|haar|haren|schimmel|vlek|gat|deuk|spin|slak|worm)\p{L}*|uit (?:mijn |ons )?bed (?:gebeld|gehaald|geslagen|getrommeld)|(?:mij|me|ons|de kinderen) wakker|in (?:twee|drie|vier|duizend|honderd|tig|losse) (?:delen|stukken|helften)|negeren|genegeerd|facturen?|factuur|rekening|geld terug|uitlogt|dicht|jammer|niemand|zonder (?:iets )?(?:te )?(?:laten weten|bellen|overleg|waarschuwing)|(?:nooit|niet) (?:besteld|gevraagd|gekomen|aangekomen|doen|werken?|werkt)|het (?:nooit|niet) doen|doen het (?:nooit|niet)|andere naam|(?:één|een|1|twee|2) (?:dag|uur|week|wasbeurt) (?:heeft|had)? ?(?:gewerkt|meegegaan|gehouden)|waardeloze?|belachelijke?|vreselijke?|vies|vieze|onbeschofte?|martel\p{L}*|betaald|betalen|(?<!niet |geen |niks )slechte?|in de was)(?![\p{L}])/iu,
  delay:
    /(?<![\p{L}])(?:wacht(?:en|te|ten|t)?|gewacht|te laat|vertraging\p{L}*|vertraagd|in de wacht|nog (?:steeds|altijd) (?:niet|niets|niks|geen)|traag|(?:maar|slechts) (?:\p{L}+ ){0,2}(?:\d+|een|één|twee|drie|vier|vijf|zes|anderhalf|half)[^.!?]{0,12}(?:min\p{L}*|uur|uren|dagen|weken|maanden|jaar|km|kilometer)|(?:na|al|duurde) (?:het |maar |slechts |al |wel |ook )*(?:\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf) (?:uur|dagen|weken|maanden|jaar|keer|mails|pogingen)|was gisteren|in (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) besteld|besteld in (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)|een uur eerder|(?:hield(?:en)?|houdt) het (?:wel |maar |amper |net |zelfs |nog geen |welgeteld |precies |een hele |maar liefst )*\p{L}+ (?:uur|dag|dagen|week|weken|maand|maanden)|sinds (?:\p{L}+ )?uur|(?:week|dag|uur|maand) oud)(?![\p{L}])/iu,
  count:
    /(?<![\p{L}])(?:(?:tweede|derde|vierde|vijfde|zesde|zoveelste|\d+e) (?:\p{L}+ )?(?:keer|kapotte?|lamp|loodgieter|monteur|poging|mail|reparatie|klacht|pakket|paar|exemplaar|sjaal|bezorger|factuur|update|vertraging)|(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\d+) keer(?! (?:zo|beter|mooier|fijner|meer|blijer|sneller|lekkerder))|\d+x|op rij|elke (?:vijf|tien|twee|\d+) minuten|weer eens|weer een (?:factuur|rekening|vertraging|storing|kapot\p{L}*)|iedere keer te|steeds weer)(?![\p{L}])/iu,
  again:
    /(?<![\p{L}])(?:alweer|wéér|opnieuw)(?![\p{L}])|(?:^|[,.!] )(?:\p{L}+, )?weer (?:afgezegd|te laat|dicht|kapot|niet|geen|stuk|mis)/iu,
  finally: /(?<![\p{L}])(?:eindelijk|na lang wachten)(?![\p{L}])/iu,
  scorn:
    /(?<![\p{L}])(?:ja hoor|lekker dan|fijn dan|mooi is dat|mooie boel|(?:knap|super|mooi|goed|netjes|geweldig|lekker|prachtig|fraai|handig|attent|klasse) hoor(?=,? [\p{L}\d])|goed bezig|bedankt voor (?:niks|niets)|top hoor|leuk hoor|fijn hoor|heel fijn hoor|dank je de koekoek|gefeliciteerd,? (?:met|jullie|vier|drie)|heel stijlvol|perfecte timing|mijn favoriete (?:hobby|bezigheid)|indrukwekkend hoe|echt super dat jullie|wat een (?:traktatie|service|feest).{0,80}(?:koud|lek|kapot|nat|laat)|als je (?:graag|ervan houdt|het niet erg vindt|van (?:\p{L}+ ){1,3}houdt|houdt van \p{L}+en))(?![\p{L}])|["“]\p{Ll}[^"”]{1,20}["”]/iu,
};

const byLanguage = { en: english, nl: dutch };
/** Weaker praise ("ok") is not checked for irony. */
const leastPraise = 1.2;
/** One of these beside praise is enough. */
const scornful = /🙄|😒|🤦|🤡|😑|💩|🙃/u;

/**
 * Whether praise stands beside a sign of irony: a defect, a delay, a number of times, "again", "finally", or
 * words of scorn. None of these proves irony; a person should read the text.
 */
export function seemsIronic(
  text: string,
  language: TextLanguage,
  { positive, negative, looseNegations }: Pick<Feeling, "positive" | "negative" | "looseNegations">,
): boolean {
  if (positive < leastPraise) return false;
  if (negative >= 1 || looseNegations > 0) return true;
  const plain = text.replaceAll("’", "'");
  const { defect, delay, scorn, ...others } = byLanguage[language];
  const anywhere = [scornful, contrast[language], ordinal, ...Object.values(others)];
  if (anywhere.some((sign) => sign.test(plain)) || narrowsPraise(plain, language)) return true;
  // Idioms are removed first: "worth the wait" is no delay.
  const { rest } = readIdioms(plain, language);
  if (defect.test(rest) || delay.test(rest)) return true;
  return scorn.test(plain) && !hasWarmSign(plain);
}

/** Words that limit the praise: "Great, but". */
const contrast = {
  en: /\b(?:but|however|although|except|apart from|despite|shame|too bad|if only|until|even (?:later|worse|slower|less))\b/iu,
  nl: /(?<![\p{L}])(?:maar|echter|hoewel|behalve|afgezien van|ondanks|jammer|op (?:de|het|een|mijn) \p{L}+ na|totdat|nog (?:later|slechter|erger|trager|minder))(?![\p{L}])/iu,
};
const ordinal = /(?<![\p{L}\d])(?:[2-9]|\d{2,})(?:nd|rd|th|e|de|ste)(?![\p{L}\d])/iu;

/**
 * Whether the text has an emoji of warm feeling, a heart for example: mocking words beside it are meant as a
 * joke.
 */
function hasWarmSign(text: string): boolean {
  return readEmoji(text).some(([weight]) => weight >= 2);
}
