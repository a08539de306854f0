import { boundRuns } from "./bound-runs.ts";
import { death, illness, mourned, type Mourned } from "./loss-and-illness.ts";
import { soundsLikeMinor } from "./minors.ts";

/**
 * Reasons for care before a person is thanked or quoted: `irony` means that the praise may not be meant; the
 * others are about the writer (a child, illness, grief, staff) or the writer's motive (payment, advertising).
 */
export const concerns = [
  "irony",
  "minor",
  "illness",
  "grief",
  "staff",
  "paid",
  "promotion",
  "competitor",
] as const;

export type Concern = (typeof concerns)[number];

const alone = (words: string) => new RegExp(`(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`, "iu");
const anywhere = (words: string) => new RegExp(words, "iu");

/** The patterns of both languages are always tried, because Dutch people also write in English. */
const patterns: Readonly<Record<Exclude<Concern, "irony" | "minor">, Pick<RegExp, "test">>> = {
  illness: alone(illness),
  grief: aloneOrSigned(death, mourned),
  staff: alone(
    `(?:love|loved|loving|enjoy|proud of|happy|lucky) (?:to (?:be )?)?(?:working|work) (?:here|at @\\S+|for @\\S+)|(?:i|we) (?:have )?(?:just )?(?:work|worked|started(?: working)?|joined) (?:here|at @\\S+|@\\S+)|joined @\\S+|part of (?:this|the|our) (?:amazing |great |lovely |best )?team(?! event)|proud of (?:my|our) (?:team|colleagues|staff)|as (?:the|an?|your) (?:proud )?(?:owner|founder|manager|employee|baker|chef) (?:of|at|here|i|we)|(?:i'm|i am|im) (?:on the (?:staff|team|payroll)|the (?:owner|founder|manager) (?:of|here)|one of the (?:owners|founders|staff))|(?:my )?(?:first|last) (?:day|week|month|shift) (?:at|with|bij) @\\S+|my (?:first|last) (?:day|week|shift) here|i (?:bake|cook|serve|sell|run|manage|teach|volunteer) (?:here|(?:at|for|with) @\\S+)|my (?:shift|colleagues|co-?workers|boss) (?:here|at @\\S+)|` +
      `ik (?:bak|kook|verkoop|leid|run) (?:hier|bij @\\S+)|(?:ik|wij|we) (?:hier|bij @\\S+) (?:al \\p{L}+ \\p{L}+ )?(?:mag|mogen|kan|kunnen|te) werken|(?:ik|wij|we) (?:hier|er|daar) werk(?:en)?(?! (?:van|met|laten))|(?:ik|wij|we) werk(?:en)? (?:hier|bij @\\S+|voor @\\S+)|(?:werk|werken) ik (?:hier|bij @\\S+)|(?:fijn|leuk|heerlijk|top|trots|blij) om (?:hier|bij @\\S+) te (?:mogen )?werken|(?:trots op|onderdeel van|deel van) (?:ons|dit|het|mijn|onze) (?:geweldige |mooie |fijne |leuke )?(?:team|collega's|personeel)|als (?:trotse )?(?:eigenaar|eigenaresse|oprichter|medewerker|bedrijfsleider|werknemer) (?:van|hier|kan|weet|zeg|ben)|ik ben (?:de )?(?:eigenaar|eigenaresse|oprichter|medewerker|bedrijfsleider)|(?:mijn|m'n) (?:eerste|laatste) (?:werkdag|dienst|dag) (?:hier|bij @\\S+)`,
  ),
  paid: alone(
    `(?:^|(?<=[.!?\\n] ))(?:ad|adv|advert|advertisement|gifted|sponsored|spon|reclame|advertentie|gesponsord)(?= ?[|:]| [-–—])|#(?:ad|adv|advert\\w*|gifted\\w*|spon\\w*|paid\\w*|partner\\w*|collab\\w*|prsample|pr|ambassador\\w*|gespons\\p{L}*|samenwerking|reclame|advertentie|betaald\\p{L}*|barter|gekregen)|(?:in exchange|in return|as thanks) for (?:an?|my|our|this|writing) (?:[\\p{L}-]+ ){0,2}(?:reviews?|posts?|feedback|opinion|story|video|shout-?out)|(?:kindly )?(?:gifted|sponsored|paid(?: for)?) (?:to me |to us )?by (?:@\\S+|the (?:brand|shop|store|company)|you)|pr[- ](?:package|sample|gift|box|haul)|paid partnership|partner(?:ship|ed|ing) with|free (?:sample|product|meal|stay|gift) (?:for (?:an?|my|this)|in (?:exchange|return))|(?:sending|sent) (?:me|us) (?:this|these) free|received (?:this|these|it) (?:[\\p{L}-]+ )?(?:for )?free|(?:was|were|got|am being) paid (?:to|for) (?:this|post|say|write|try)|` +
      `in ruil voor (?:een |mijn |onze |deze )?(?:[\\p{L}-]+ ){0,2}(?:reviews?|recensie|post|beoordeling|mening|verhaal|video|vermelding)|(?:gekregen|gratis ontvangen|cadeau gekregen|toegestuurd) (?:van|door) (?:@\\S+|het merk|de (?:winkel|webshop))|(?:deze|dit|hem|het|ze) gratis (?:ontvangen|toegestuurd)|betaalde? (?:samenwerking|partnerschap|promotie)|in samenwerking met|(?:word|werd) (?:ervoor|hiervoor) betaald`,
  ),
  promotion: alone(
    `dm (?:us|me|@\\S+)(?: for| to| if)?|(?:send|drop|inbox) (?:us|me) (?:a )?(?:dm|message|pic)|promot(?:e|ed|ing) (?:it|this|your|you|on|here|at)|collab(?:s|oration|orate)?\\??|(?:check|click|see) (?:out )?(?:my|our|the) (?:page|profile|bio|link|channel|store|shop)|link in (?:my |our |the )?bio|follow (?:me|us|back|4 follow|for follow)|f4f|l4l|more followers|grow your (?:account|page|followers|business|audience)|(?:we|i) (?:can )?(?:feature|help you (?:grow|get|rank|boost|sell))|be (?:our|an?) (?:ambassador|model)|brand ambassador|free followers|earn (?:money|\\$|£|€)|crypto|bitcoin|forex|investment|onlyfans|seo (?:services?|expert)|whatsapp (?:me|us)|telegram|use (?:my |our )?code|promo ?code|discount code|affiliate|limited offer|buy now|shop now|sponsored|#ad|` +
      `dm (?:ons|mij|me)|stuur (?:ons|mij|me) een (?:dm|berichtje|pb)|promoten|samenwerk(?:en|ing)\\??|(?:bekijk|check|klik|kijk (?:eens |ook )?op) (?:mijn|onze|de|ons) (?:pagina|profiel|bio|link|kanaal|shop|webshop|site)|link in (?:mijn |onze |de )?bio|volg (?:mij|me|ons|terug)|meer volgers|gratis volgers|(?:wij|we|ik) (?:kunnen|kan|helpen|help) (?:je|jullie) (?:groeien|aan|scoren|hoger)|word (?:onze )?ambassadeur|verdien (?:geld|€)|beleggen|gebruik (?:mijn |onze |de )?(?:kortings)?code|kortingscode|koop nu|bestel nu|gesponsord|reclame`,
  ),
  competitor: alone(
    `\\d+ ?% (?:cheaper|off|less|lower)|(?:cheaper|better|faster|half the price|lower prices?|best price) (?:at|with|from|in) (?:us|our|@\\S+|my|ours)|(?:our|my) (?:prices?|shop|store|products?|version|company|service) (?:is|are|has|have) (?:\\w+ )?(?:cheaper|better|lower|faster)|at ours|we (?:sell|offer|do|make|have|deliver) (?:the same|it|this|these|them|better|similar|that)(?: \\w+){0,3}(?: (?:for less|cheaper|at half))?|try (?:us|ours) instead|come to (?:us|our)|switch to us|unlike (?:these|them|you),? we|half the price|visit (?:us|our)|` +
      `\\d+ ?% (?:goedkoper|korting|voordeliger)|bij ons (?:\\p{L}+ )?(?:\\d+ ?% ?)?(?:goedkoper|voordeliger|beter|sneller|voor minder|voor de helft)|(?:goedkoper|voordeliger|beter|voor de helft) bij ons|(?:wij|we) (?:verkopen|hebben|maken|leveren|doen) (?:dezelfde|hetzelfde|het zelfde|deze ook|dit ook|ze ook)|kom (?:maar |eens |liever )?(?:bij|naar) ons|bestel (?:liever )?bij ons|stap over (?:op|naar) ons|(?:onze|ons) (?:prijzen|prijs|winkel|webshop) (?:is|zijn) (?:\\p{L}+ )?(?:lager|goedkoper|beter)|kijk (?:ook )?(?:eens )?bij ons|(?:goedkoper|voordeliger|beter|mooier) in onze (?:web)?(?:shop|winkel)|(?:cheaper|better|nicer) in our (?:web)?(?:shop|store)|de helft van de prijs|halve prijs`,
  ),
};

/** Returns the concerns in a text, without `irony`, which is found while the praise is read. */
export function readConcerns(text: string): Concern[] {
  const plain = boundRuns(text).replaceAll("’", "'").replaceAll(/\s+/g, " ");
  const found = (Object.keys(patterns) as (keyof typeof patterns)[]).filter((concern) =>
    patterns[concern].test(plain),
  );
  return soundsLikeMinor(plain) ? ["minor", ...found] : found;
}

/**
 * Returns a test for `words` or for a pattern in `signed` whose sign occurs. Each long pattern is compiled
 * once, and only when its sign occurs.
 */
function aloneOrSigned(words: string, signed: readonly Mourned[]): Pick<RegExp, "test"> {
  const always = alone(words);
  const anySign = anywhere(signed.map(([sign]) => sign).join("|"));
  const waiting = signed.map(([sign, said]) => ({ sign: anywhere(sign), said: alone(said) }));
  return {
    test: (text) =>
      always.test(text) ||
      (anySign.test(text) && waiting.some(({ sign, said }) => sign.test(text) && said.test(text))),
  };
}
