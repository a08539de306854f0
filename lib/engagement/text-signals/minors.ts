import { batchesOf } from "../../kernel/batches.ts";

/**
 * Whether a text was probably written by a child, in either language. A parent, grandparent or teacher uses
 * some of the same words: expressions that are not clearly in the first person count only if no child is
 * mentioned. Apostrophes are straight.
 */
export function soundsLikeMinor(plain: string): boolean {
  if (ofThemselves.some((some) => some.test(plain))) return true;
  return (aboutAChild.test(plain) || signed.test(plain)) && !ofAnother.test(plain);
}

const years = `(?:[5-9]|1[0-5]|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)`;
const jaren = `(?:[5-9]|1[0-5]|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien)`;
const nth = `(?:(?:[5-9]|1[0-5])(?:th)?|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth)`;
const nde = `(?:(?:[5-9]|1[0-5])(?:e|de|ste)?|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|dertiende|veertiende|vijftiende)`;
const iAm = "i(?:'m| am|m)";
/** What may follow an age, so that durations, distances and amounts do not match. */
const endOfAge = `(?= old|[.,!?):;]|$| (?:and|but|so|today|tomorrow|yesterday|now|i|lol|haha|xx?)(?![\\p{L}\\d])| ?\\p{Extended_Pictographic})`;
const eindeVanLeeftijd = `(?= oud|[.,!?):;]|$| (?:en|maar|dus|vandaag|morgen|gisteren|geworden|nu|ik|haha|xx?)(?![\\p{L}\\d])| ?\\p{Extended_Pictographic})`;
const soon =
  "(?= (?:soon|next|this|on \\p{L}+day|in (?:a|two|three|january|february|march|april|may|june|july|august|september|october|november|december)))";
const mum =
  "(?:mum|mom|mummy|mommy|mam|mama|dad|daddy|papa|parents|nan|gran|grandma|grandad|grandpa)";
const mama = "(?:mama|mam|papa|pap|moeder|vader|ouders|oma|opa)";
const mijn = "(?:mijn|m'n|mn|me)";
const alone = (words: readonly string[], flags = "iu") =>
  new RegExp(`(?<![\\p{L}\\d])(?:${words.join("|")})(?![\\p{L}\\d])`, flags);
/** One pattern of all expressions would take twice as long to compile as several of this many. */
const expressionsAPart = 12;
const inParts = (words: readonly string[]) =>
  batchesOf(words, expressionsAPart).map((part) => alone(part));

/** In the first person: a parent does not write this. */
const ofThemselves = inParts([
  // Age and birthdays.
  `${iAm}(?: only| just| nearly| almost| already| still)? ${years}(?: and a half)?(?: ?(?:years?|yrs?|y\\.?/?o\\.?))?${endOfAge}`,
  `(?:age|aged) ${years}(?: and a half)? (?:and|so|but) i(?:'m| am|'ve)?`,
  `my ${nth} birthday|for my ${nth}(?= |[,.!]|$)(?! (?:visit|order|anniversary|time|year|pair|bag|box|cup|purchase|season|wedding))`,
  `(?:for|on|by|about to|not me|me) (?:turning|being) ${years}(?:${endOfAge}|${soon})|(?:girl|boy|kid) of ${years}${endOfAge}`,
  `i(?:'ll| will|'m| am)? (?:just )?turn(?:ed|ing)? ${years}(?:${endOfAge}|${soon})`,
  `i(?:'ll be| will be|'m going to be|'m gonna be) ${years}(?:${endOfAge}|${soon})`,
  `${years}[- ]years?[- ]old (?:girl|boy|fan|kid|reader|baker|artist) here`,
  `(?:as|i'm|im|i am|from|just|only) an? ${years}[- ]?(?:year|yr)s?[- ]?old(?! (?:business|shop|company|house|dog|cat|car|horse|bike|brand))`,
  // School.
  `${iAm} (?:only |just |still )?(?:in|at|starting|finishing|going into|going to) (?:my )?(?:(?:year|grade|class|form) (?:[1-9]|1[01])|(?:[1-9]th|1st|2nd|3rd|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth) grade|(?:primary|elementary|middle|junior|junior high|secondary|high) school|reception|kindergarten)(?! (?:teacher|teaching|art teacher))`,
  `i (?:just |have just )?(?:start|started|finish|finished|go to|moved up to) (?:(?:year|grade) (?:[1-9]|1[01])|(?:primary|elementary|middle|junior|secondary|high) school|big school)`,
  `(?:i'm|i am|im) an? (?:[4-9]th|fourth|fifth|sixth|seventh|eighth|ninth)[- ]grader`,
  `(?:everyone|everybody|all the (?:kids|girls|boys)|my friends|(?:a|only|the other) (?:girl|boy|kid)|the (?:kids|girls|boys)) (?:in|at|from) (?:my|our) (?:class(?! at (?:uni|college))|school|form|year)`,
  `(?:my|our) (?:homework|spelling test|school (?:project|bag|uniform|trip|play|disco|lunch)|lunch ?box|form tutor|head ?teacher|gcses?|sats|book report|science fair)|show[- ]and[- ]tell|at (?:recess|playtime|break ?time at school)|after school (?:i|my mum|my mom|my dad)`,
  `both ${years}(?:${endOfAge}| both| years)|(?:my|our) under[- ]?(?:[6-9]|1[0-5])s? (?:team|side|squad)|my (?:bed ?time|babysitter|christmas money|friend's mum|friend's mom)|(?:be )?in bed (?:at|by) (?:seven|eight|nine|[789])|the babysitter`,
  `my (?:dad|mum|mom|mummy|daddy|parents) (?:said|says|say) (?:yes|no|maybe)|in my room now|visit(?:ed|s)? (?:our|my) school|school library`,
  `(?:good|my|straight a) (?:grades|report card)|lost my (?:first|front|last|wobbly) tooth|tooth fairy|chess club in school|food tech|i wish i (?:was|were) older`,
  `(?:wish i (?:was|were)|not yet|am i|i'm|i'm nearly) old enough`,
  `(?:me and |all )?my class ?mates(?! (?:at|from) (?:uni|college))|we(?:'re| are) (?:both |all |only )${years}(?:${endOfAge})|in (?:year|grade) [1-9] with (?:our|my) (?:teacher|class|friends)`,
  `my teacher (?:says|said|let|lets|told|gave|asked|loves?|thinks|wants)`,
  // Parents who decide.
  `${iAm} (?:still |only )?(?:a kid|a child|just a kid|underage|under 1[3-8]|under sixteen|a minor|too young|not old enough|not allowed|grounded)`,
  `(?:my )?${mum} (?:(?:is|are|was|were) |(?:has|have|had) |just |finally )*(?:lets?|letting|allowed|allows|won't let|wouldn't let|doesn't let|don't let|didn't let|made) (?:me|us)(?! (?:know|down|have it all))`,
  `(?:my )?${mum} (?:says?|said|thinks?) (?:that )?(?:i(?:'m| am) (?:not )?(?:allowed|too young|old enough)|i (?:can|can't|could|couldn't|may|mustn't|must|have to|had to|need to))`,
  `my (?:mum|mom|mummy|mommy|dad|daddy|nan|gran|grandma|grandad|grandpa) (?:drove|drives|took|takes|brings|brought|drops) me`,
  `my ${mum} (?:typed|is typing|wrote this for|is writing|(?:is )?help(?:s|ed|ing) me (?:to )?(?:type|write|spell)|bought (?:it|this|them) for me|ordered (?:it|this|them) for me|(?:doesn't|don't|does not) know)`,
  `(?:ask|asked|asking|begged|begging|told) my ${mum} (?:if|to (?:buy|get|order|let|take)|for (?:it|one|this|money|permission))`,
  `(?:on|from|using|with|through) my ${mum}(?:'s|s)? (?:phone|ipad|tablet|account|laptop|computer|card|instagram|insta)`,
  `(?:my|all my|saved(?: up)? (?:my|all my)) (?:pocket money|allowance|piggy bank|birthday money|tooth fairy money)`,
  `when i(?:'m| am)? (?:grow up|grown up|big)`,
  `i(?:'m| am) not allowed (?:on|an|my own|to have)|i don't have (?:my own )?(?:phone|account|card|insta) yet`,
  // Dutch.
  `(?:ik |'?k )?ben(?: pas| nog maar| net| al| bijna| nu| ook)? ${jaren}(?: en een half)?(?: jaar| jr)?${eindeVanLeeftijd}(?! (?:minuten|uur|dagen|weken|maanden|km|keer|mensen))`,
  `(?:ik |'?k )(?:word|werd|ga)(?: (?:morgen|vandaag|bijna|gisteren|volgende week|zaterdag|zondag|in \\p{L}+))? ${jaren}(?: jaar)?(?:${eindeVanLeeftijd}|(?= hopelijk))`,
  `ik ben (?:vandaag|gisteren|zaterdag|zondag|net|pas) ${jaren}(?: jaar)? geworden`,
  `voor ${mijn} ${nde}(?= |[,.!]|$)(?! (?:keer|bestelling|bezoek|jaar|trouwdag|jubileum|paar|kop|aankoop|huwelijk))`,
  `${mijn} ${nde} verjaardag|${mijn} (?:eigen )?kinderfeestje|ik ben jarig(?: en)?(?: dan)?(?: word| ben) ik ${jaren}`,
  `(?:ik|k) (?:zit|zat|ga|kom|zit nu)(?: \\p{L}+){0,3} (?:in|op|naar) (?:groep (?:[1-8]|drie|vier|vijf|zes|zeven|acht)(?! van (?:jullie|de|een))|(?:de )?(?:basisschool|brugklas|lagere school|middelbare(?: school)?)|(?:klas )?[1-3] ?(?:vmbo|mavo|havo|vwo|gymnasium)|het (?:[1-6]e|eerste|tweede|derde|vierde|vijfde|zesde) (?:leerjaar|middelbaar))`,
  `in (?:groep (?:[1-8]|drie|vier|vijf|zes|zeven|acht)|de brugklas|klas [1-3][a-z]?) zit(?: ik)?|brugpieper`,
  `(?:ik|k) (?:zit|zat|ga|kom)(?: \\p{L}+){0,2} (?:in|naar) (?:de |een )?(?:eerste|tweede|derde|vierde|[1-4]e|[1-4]de) (?:klas|van de middelbare)|in de (?:eerste|tweede|derde|vierde|[1-4]e) klas zit(?: ik)?|(?:${mijn}|onze|alle) klasgeno(?:ot|ten|otje|otjes)`,
  `mag (?:\\p{L}+ ){0,3}van ${mijn} (?:${mama}|juf|meester)`,
  `(?:iedereen|alle (?:kinderen|meisjes|meiden|jongens)|mijn vrienden|vriendinnen|niemand|een (?:meisje|jongen)) (?:in|uit|bij|van|op) (?:${mijn}|onze) (?:klas|school|groep)`,
  `(?:${mijn}|onze) (?:huiswerk|spreekbeurt|boekbespreking|werkstuk|schooltas|etui|broodtrommel|citotoets|eindmusical|rapport (?:was|is)|toets(?:week)?|schoolreisje|mentor(?: op school)?|traktatie)|op het schoolplein|trakteren (?:op|in) (?:school|de klas)|na schooltijd`,
  `(?:${mijn}|onze|van de|de) (?:juf|meester)(?! ?-|schap)(?: [\\p{L}]+)? (?:zei|zegt|vond|vindt|vroeg|mag|laat|gaf|heeft|had|wil)|van de (?:juf|meester) mocht ik`,
  `(?:allebei|beiden?) ${jaren}(?: jaar)?(?= |[.,!]|$)|om (?:zeven|acht|negen|half \\p{L}+) uur naar bed|schoolbieb|sinterklaas (?:bracht|gaf) (?:mij|me)|${mijn} (?:[abc]-|zwem)diploma|(?:morgen|week|zaterdag|zondag) weer (?:komen|gaan|rijden) van ${mijn} (?:${mama})|${mijn} oppas`,
  `${mijn} (?:goede |mooie )?(?:rapport|cijfers)(?! bij)|tand(?:en)? gewisseld|(?:eerste|losse) (?:melk)?tand|tandenfee|(?:nog )?niet oud genoeg|was ik maar ouder`,
  `${mijn} (?:moeder|vader|oma|opa|mama|papa|mam|pap) (?:rijdt|brengt|haalt|bracht|reed|neemt|nam) (?:me|mij)`,
  `(?:${mijn} )?${mama} (?:schrijft|typt|tikt|schreef) (?:dit|het) (?:voor|namens) (?:mij|me)|ik heet \\p{L}+ en (?:ik )?ben ${jaren}`,
  `ik ben (?:nog )?(?:een kind|minderjarig|te jong|klein)(?= |[.,!]|$)`,
  `ik (?:mag|mocht|moet|moest)(?: [\\p{L}']+){0,4} van (?:${mijn} )?(?:${mama}|juf|meester|ze thuis|thuis)|van (?:${mijn} )?${mama} (?:mag|mocht|moet|moest) ik`,
  `${mijn} ${mama} (?:zegt|zei|vindt|zeggen|vinden)(?: dat)? ik (?:nog |er )?(?:te jong|mag|moet|niet mag|niet|te klein|pas)`,
  `${mijn} ${mama} (?:heeft|hebben|had) (?:het|dit|hem|ze|die) (?:voor (?:mij|me) )(?:gekocht|besteld|getypt)|${mijn} ${mama} (?:typt|weet(?:en)? (?:het )?niet dat ik)|(?:mama|papa) (?:heeft|had) (?:het|dit|hem|ze|die) voor (?:mij|me)`,
  `(?:aan|bij) ${mijn} ${mama} (?:gevraagd|zeuren|vragen|gezeurd)|(?:op|met|via|van) (?:${mijn} )?(?:mama|papa|${mijn} moeder|${mijn} vader|mama d'?r|papa z'?n)(?:'?s)? (?:telefoon|mobiel|ipad|tablet|account|laptop|computer|pas|insta)`,
  `zakgeld|(?:${mijn}|uit de) spaarpot|ik heb (?:er )?(?:zelf )?(?:heel lang )?voor gespaard van ${mijn} (?:verjaardag|rapport)`,
  `(?:later )?als ik (?:later )?groot ben`,
  `ik (?:mag|heb) nog geen (?:eigen )?(?:account|telefoon|mobiel|insta|pas)`,
]);

/** Not clearly in the first person. */
const aboutAChild = alone([
  `(?:^|(?<=[.!?] ))(?:just )?(?:turning |turned )?${years}(?: years old)? (?:today|tomorrow|yesterday)`,
  `(?:from|by|love|van|liefs|groetjes) [\\p{L}-]{2,30},? \\(?(?:aged?|leeftijd) ${years}(?= |[,.!)]|$)`,
  `(?:nobody|everybody|everyone|no one|kids|friends) (?:at|in|from) school`,
  `(?:^|(?<=[.!?] ))(?:vandaag|morgen) ${jaren}(?: jaar)?(?=[.,!]|$)`,
  `(?:sixth|seventh|eighth|[4-8]th)[- ]grade (?:is|was)`,
  `(?:your|jullie) (?:youngest|jongste) (?:fan|customer|follower|klant|volger)`,
  `(?:vandaag|gisteren|zaterdag|zondag) ${jaren}(?: jaar)? geworden`,
  `(?:(?:at|in) school(?= (?:and|but|so|today|yesterday|tomorrow|now)|[.,!]|$)|(?:nu nog|nog|zit|eerst) (?:even |gewoon )?(?:op )?school(?= |[.,!]|$))`,
  `(?:onze|mijn|in de) klas(?! (?:apart|van))`,
  `groep (?:[3-8]|drie|vier|vijf|zes|zeven|acht)(?! van (?:jullie|de|een))|brugklas(?:ser)?|basisschool`,
  `de juf|(?:${mijn}|onze) (?:juf|meester)(?! ?-)`,
  `spreekbeurt|boekbespreking`,
]);

/** Signed with a name and an age. */
const signed = new RegExp(
  `(?:(?:from|by|signed|love|xx+|liefs|groetjes|groeten|groet|gr\\.?|van) (?:van |from )?\\p{Lu}[\\p{L}-]+,? ?\\(?${years}\\)?|\\p{Lu}[\\p{L}-]+,? ?\\(?(?:aged? ${years}|${years} (?:years old|yrs old|y/?o|jaar))\\)?)[\\s.!x❤♥\\p{Extended_Pictographic}]*$`,
  "u",
);

/** Mentions of a writer's child or pupils. */
const ofAnother = alone([
  `(?:my|our|his|her|their|the|a) (?:[\\p{L}\\d'-]+ ){0,3}(?:son|daughter|kid|kids|child|children|girls?|boys?|grand(?:son|daughter|child|children|kids?)|niece|nephew|god(?:son|daughter|child)|toddler|twins|step(?:son|daughter)|little (?:one|man|lady)|youngest|eldest|oldest|pupils?|students?|class of)`,
  `(?:mum|mom|mother|dad|father|parent|nan|grandma|grandad|teacher) (?:of|to|here|from)|as a (?:mum|mom|dad|parent|teacher)|(?:he|she|they)(?:'s| is| was| are| turned| turns| just)|his|her|i (?:teach|work)|i'm a (?:\\p{L}+ )?teacher|uni|university|college|we(?:'re| are| have| turned)`,
  `(?:mijn|m'n|mn|onze|ons|zijn|haar|hun|een|de|het|jullie) (?:[\\p{L}\\d'-]+ ){0,3}(?:zoon|zoontje|dochter|dochtertje|kind|kinderen|kindje|kids|jongens?|meisjes?|meiden|klein(?:zoon|dochter|kind|kinderen)|neefje|nichtje|petekind|peuter|kleuter|puber|jongste|oudste|middelste|tweeling|leerlingen?|klanten)`,
  `(?:moeder|mama|vader|papa|ouder|oma|opa|juf|meester|leerkracht|docent|leraar|lerares) (?:van|hier)|als (?:moeder|vader|ouder|juf|meester|leerkracht)|ik ben (?:juf|meester|leerkracht|docent|leraar|lerares|moeder|vader|oma|opa)|(?:ik|wij|we) (?:geven?|geef les|werken?)|cursus|opleiding|training|les (?:geef|gaf) ik|(?:hij|zij|ze) (?:is|wordt|werd|zit|was)|wij bestaan|bestaan|jubileum|vroeger|toen ik`,
]);
