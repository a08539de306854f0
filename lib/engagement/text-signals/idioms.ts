import type { TextLanguage } from "./language.ts";

/** A fixed expression says as a whole what its words alone do not. */
type Idiom = readonly [weight: number, pattern: RegExp];

const english: readonly Idiom[] = [
  [
    3,
    /\b(?:to die for|over the moon|second to none|out of this world|worth every penny|above and beyond|the extra mile|can(?:'?t|not| not) (?:recommend|thank|praise|fault)\b[^.!?]*?(?: enough| at all|\b)|can(?:'?t|not) get enough|blown away|chef's kiss|a life ?saver|(?:hit|hits) the spot|made (?:my|our|his|her) (?:day|week|year|evening|birthday)|hats off|chapeau|kudos|knocked it out of the park|happy as larry|in a good way|you're a star|what a star|customers? for life|a breath of fresh air|exceed(?:s|ed)? (?:all )?(?:my|our|every) expectations?|nothing but praise|in love with|best ever|like a dream|like a charm|worked (?:magic|wonders)|a (?:real |true |hidden |little )?gem|made my (?:mum|mom|dad|wife|husband|gran) (?:cry|smile)|the bee's knees|nothing beats|not only|who (?:doesn't|wouldn't|does not) (?:love|like|want|enjoy)|thumbs up|goosebumps|up there with the best)\b/giu,
  ],
  [
    2,
    /\b(?:hands down|top[- ]?notch|spot on|well worth|worth the wait|(?:can't|cannot|cant) wait|never (?:been |once |ever )?(?:disappoint(?:s|ed)?|let (?:me|us) down)|(?:not|n't|never) (?:be |been )?(?:in the least )?disappointed(?: for a (?:second|moment))?|(?:no|zero|not a single|without any) (?:complaints?|regrets?|faults?|fuss|nonsense|hassle|drama|issues?|problems?)(?: whatsoever| at all)?|can'?t go wrong|not (?:a single|one) thing (?:i|we)(?:'d| would) change|wish (?:i|we)(?:'d| had) (?:found|known|come|discovered|tried)|keep (?:it|this) up|keep up the good work|would (?:buy|come|go|do|book|order) (?:it |this |here |there )?again|(?:we|i)(?:'ll| will) (?:definitely |certainly |surely )?(?:be back|come back|return)|do it again tomorrow|you guys? rocks?|like new(?: again)?|(?:can't|cannot|could ?n't) stop (?:smiling|laughing|eating|wearing|listening|reading|looking)|hard to beat|knows? what (?:they're|they are|you're|you are|he's|she's) doing|what more (?:do|could|can) (?:you|one|i|we) (?:want|ask|wish)(?: for)?|flew by|hooked|converted (?:me|my|us)|not only beautiful|as good as (?:ever|it gets|last|new)|be proud|proud of|better than (?:anything|everything|any|expected|ever|i (?:expected|hoped|thought)|most)|pleasantly surprised|look(?:s|ing)? (?:stunning|forward)|big fan|great fan|huge fan|getting compliments|get compliments|good as gold|yum+y?|omg wow|u?r the best|magic touch|(?:so|much|a lot) easier|a joy|looked after|wants? one now|hasn't taken (?:it|them|the \w+|that) off|won't take (?:it|them) off|chuffed|smiling (?:all|the whole))\b/giu,
  ],
  [
    -3,
    /\b(?:thanks for nothing|thank you for nothing|waste of|(?:do ?n[o']t|dont|do not|never|nobody should) (?:buy|order|go|shop|eat|come) (?:anything )?(?:from|here|at|this|with)|(?:stay|keep) away|crooks?|thieves|scam(?:mers?|med)?|con artists?|took (?:my|our) money|(?:do ?n[o']t|dont) waste|(?:do ?n[o']t|dont) bother|steer clear|(?:a|in) (?:right |total |complete )?state\b(?= of|$)|food poisoning|never again|worst enemy|daylight robbery|taken for a ride|lost (?:a|me as a|my) (?:customer|custom)|(?:i|we) want (?:my|our) money back|rip(?:ped)?[- ]?off|so much for|(?:is|was|what) (?:this )?a (?:complete |total |absolute )?joke|not worth (?:a|the|it|your|my)\b(?: \w+)?|would(?:n't| not) (?:recommend|wish)|(?:wo ?n['o]?t|will not|not) be (?:back|coming back|returning|going back)|(?:would|will|can)(?:n't| not) (?:ever )?(?:buy|come|go|order|book|use) (?:\w+ ){0,2}(?:again|back)|last straw|could(?:n't| not) care less|doesn't even care|don't even care|nearly (?:ran|hit|killed)|made (?:me|him|her|us|my \w+) (?:ill|sick)|got (?:sick|ill)|off sick|had it with|(?:so )?done with (?:this|you|them)|charged (?:me |us )?(?:twice|double)|had a hair in|avoid (?:this|these|at|them|like)|in tears|had better (?:\w+ )?(?:from|out of))\b/giu,
  ],
  [
    -2,
    /\b(?:far from (?:it|over)|let[- ]?down|downhill|(?:bad|nasty|sour|bitter) taste|leaves? (?:a lot|much|something) to be desired|expected (?:better|more)|(?:could|should|might) (?:easily |really )?(?:have (?:been|done)|be|do) (?:a (?:lot|whole lot|good deal|bit) |much |far |way |so much )?better|not what (?:i|we) (?:expected|ordered|paid for|hoped)(?: at all)?|(?:nobody|no one|no-one) (?:\w+ )?(?:picks? up|answers?|replies|replied|responds?|helps?|helped|cares?|told|knew|called)|nothing (?:works|worked|like the)|(?:no|zero|not a single) (?:answer|reply|response|apology|apologies|help|call|warning|explanation)|still no|(?:never|not) (?:showed up|shown up|turned up|arrived|came|delivered|received)|(?:fell|came|fall|falls|come|comes|coming|falling) (?:apart|off|loose)|(?:won't|will not|refuse[sd]? to|would ?n'?t) (?:refund|help|listen|take it back|give)|hung up|on hold|week late|hours? late|days? late|stopped working|doesn't work|does not work|didn't work|(?:not|isn't|wasn't) (?:ok|okay|acceptable|good enough|right)|keeps? (?:crashing|breaking|failing|sticking|freezing|stopping|leaking)|sending it back|send it back|sent it back|make no sense|makes no sense|could (?:have been |be |do |do much )better|(?:can't|cannot|can not) say (?:i'm|i am|we're|we are) (?:impressed|happy|pleased|a fan)|could(?:n't|nt| not) care less|for a penny|too (?:loud|salty|greasy|expensive|sweet|small|dry|slow|late|long|noisy|hard|pricey)|give me back|gave up|given up|nobody|over ?priced|over ?hyped|not happy|would return it|left a mess|down the drain|behind (?:my|our) back|paid for nothing|rash|never (?:had|tasted|seen|met) (?:anything|anyone) so (?:bad|rude|slow))\b/giu,
  ],
];

const dutch: readonly Idiom[] = [
  [
    3,
    /\b(?:om (?:door een ringetje|te smullen|van te smullen|je vingers bij af te likken)(?: te halen)?|voor herhaling vatbaar|(?:diepe|een) buiging|petje af|hoedje af|chapeau|hulde|niets dan lof|in de wolken|dol (?:op|met)|een plaatje|goud waard|als gegoten|als een zonnetje|(?:kan|kunnen|kon) (?:jullie|je|hem|haar|ze|u) niet genoeg bedanken|klant(?:en)? voor het leven|(?:overtrof|overtreft|overtroffen|overstijgt) (?:al )?(?:mijn|onze|de|alle) verwachtingen|een verademing|kanjers?|keigoed|kippenvel|tot tranen geroerd|in positieve zin|een puntje aan zuigen|smaakt naar meer|helemaal om\b|meteen verkocht|getoverd|over de streep getrokken|uit(?:een)? de kunst|niet te geloven zo (?:mooi|goed|lekker|snel|lief)|een feest(?:je)?|een juweel(?:tje)?|een pareltje|goede zorgen|wie (?:wordt|is|houdt) (?:hier|daar) (?:nou |nu |toch )?niet (?:blij|vrolijk|gelukkig|verliefd)(?: van| op)?|vakwerk|vakmanschap|(?:mijn|onze) dag (?:is )?(?:goed|gemaakt))\b/giu,
  ],
  [
    2,
    /\b(?:(?:niets|niks|geen enkele?) (?:op|over|aan)? ?(?:aan te merken|te klagen|opmerking)|(?:niets|niks) mis mee|kan(?:nen)? niet wachten|(?:stelt|stellen|stelde|stel) (?:me |mij |ons )?(?:echt )?nooit teleur|(?:nooit|niet|geen (?:moment|seconde)) teleurgesteld|geen (?:seconde |moment |enkele )?spijt(?: van)?(?: gehad)?|(?:geen|zonder) (?:klachten|gedoe|poespas|problemen|gezeur|fratsen)|(?:had|hadden) (?:ik|we|wij) (?:jullie|dit|je|hem|die) maar eerder|ga(?:an)? nooit meer (?:ergens )?anders|(?:zou|doe|doen) (?:ik |we |het )*(?:het )?zo weer(?: doen)?|wat wil je nog meer|(?:komen|kom) (?:we |wij |ik |hier )?(?:zeker |vast |graag |absoluut )?(?:weer )?terug|zeker(?: weten)? terug|zit je altijd goed|(?<!niet )(?:zo blij|helemaal blij|blij (?:van|mee|met))|als nieuw|weer als nieuw|in (?:e|é)(?:e|é)n ruk|vlieg(?:t|en)? voorbij|wil(?:de|t)? (?:hem|haar|ze|het) niet meer uit|alles klopte|klopte? precies|beter dan (?:alles|alle|verwacht|ooit|ik (?:had )?(?:dacht|verwacht|gehoopt))|(?:aangenaam|positief|blij) verrast|alle complimenten|complimenten|complimentjes|zo goed als (?:nieuw|vorig)|net zo goed als|een stuk (?:makkelijker|beter|fijner|prettiger)|(?:straalt|stralen|straalde)|maakt? (?:mijn|onze) dag|de (?:fijnste|leukste|lekkerste|liefste|aardigste|warmste|beste)|trots op|nam (?:echt )?de tijd|denkt? (?:echt )?mee|het meedenken|maak je niet vaak|goed bevallen|ideaal|top geregeld|precies goed|(?:fijn|leuk|mooi|lekker|goed) dat jullie|geslaagd|gezellige? (?:avond|middag|boel))\b/giu,
  ],
  [
    -3,
    /\b(?:bedankt voor (?:niks|niets|nop)|(?:koop|bestel|eet|ga) (?:hier|er|dit|daar)(?: \w+)? (?:niet|niets|nooit)|(?:niet|nooit) (?:kopen|bestellen) hier|oplicht(?:ers?|ing)|afzetters?|dieven|nemen je geld|(?:hoort?|hoorde|gehoord) (?:er )?(?:niets|niks) meer|(?:niets|niks) meer (?:gehoord|vernomen)|dank(?:jewel|uwel| je| u)? voor niks|zonde van (?:het|je|mijn|ons) (?:geld|tijd)|nooit meer(?! ergens| anders)|niet meer terug|(?:klant kwijt|kwijt als klant)|(?:mijn|ons|al het) geld terug|geen cent waard|weggegooid geld|(?:raad|raden) (?:\w+ )?(?:het |dit |ze |jullie )?(?:echt )?(?:niemand|iedereen af|af)|wegblijven|blijf (?:hier )?weg|voedselvergiftiging|levensgevaarlijk|(?:werd|werden|wordt|is) (?:er )?(?:heel |flink |zo )?ziek van|beneden alle peil|kan echt niet|om te huilen|ergste vijand|haar in (?:mijn|de|het|onze)|kan niet (?:slechter|erger|beroerder)|voel(?:en)? (?:me|mij|ons) (?:opgelicht|bedonderd|bekocht|belazerd|genomen|bedrogen)|klaar met (?:jullie|dit|deze)|zo klaar mee|(?:van|haast van) de sokken|de grond in|slechtste(?: \w+)? ooit)\b/giu,
  ],
  [
    -2,
    /\b(?:laat (?:veel |nogal wat |wel wat )?te wensen over|(?:viel|valt|vielen) (?:me |mij |ons |erg |vies |zwaar |flink |behoorlijk |wel )*tegen|tegengevallen|vies tegen|een afknapper|afgeknapt|puinhoop|rommeltje|bergafwaarts|(?:niet|geen) blij(?: mee)?|niet over te spreken|geen touw aan vast te knopen|geen touw|een hard hoofd in|geen woord|had(?:den)? (?:dit|ik|meer|beter|wel) (?:niet |meer |beter )?(?:van jullie )?verwacht|niet (?:van jullie )?verwacht|(?:niemand|nooit iemand) (?:\w+ ){0,2}(?:neemt|nam|belt|belde|gebeld|helpt|hielp|reageert|reageerde|antwoordt|opneemt|thuis|weet|wist|luistert)|(?:niets|niks) (?:werkt|werkte|klopt)|geven (?:gewoon )?niet thuis|geen (?:reactie|antwoord|gehoor|excuses?|sorry|uitleg|hulp)|(?:nooit|niet) (?:aangekomen|gekomen|geleverd|ontvangen|bezorgd|binnen)|(?:nog )?(?:altijd|steeds) (?:geen|niet|niets|niks|mijn geld)|(?:werkt|werkte|doet het|deed het|doen het|deden het) (?:nog )?(?:niet|nooit)(?: meer)?|(?:week|dag|dagen|weken|uur|uren) te laat|(?:viel|vielen|valt|lieten|liet|laat|laten) (?:er )?(?:\w+ ){0,2}(?:af|los|uit elkaar|uiteen)|(?:loopt|loop|liep) (?:steeds |telkens |altijd )?vast|blijft (?:steeds )?(?:hangen|haperen|lekken|steken)|in de wacht|opgehangen|afgezegd|twee keer afgeschreven|dubbel afgeschreven|aan diggelen|in de wacht|te (?:zout|vet|duur|zoet|laat|hard|druk|klein|droog|lang|traag)|niet (?:vers|lekker|fijn|leuk|netjes|schoon|goed|ok|oké|best|waard|vrolijk)|(?:kan|kon|had|mag|mocht) (?:wel |echt |veel |nog )?(?:een stuk )?beter(?! niet)|nare (?:smaak|ervaring)|dit is het niet|in niks op|lijkt in niets|zacht uit|afgehaakt|lukt niet|lukte niet|hoezo|twee maten|binnen (?:een|het|twee) (?:uur|dag|week) (?:leeg|stuk|kapot)|onder de krassen|in rekening gebracht|minder \w+ kan niet|een ramp|de mist in|naar de knoppen|met lege handen|slecht geregeld|nergens voor nodig|op niks)\b/giu,
  ],
];

/** Strong ones first: "never again" before "again". */
const order = [-3, 3, -2, 2];
const inOrder = (idioms: readonly Idiom[]) =>
  idioms.toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
const byLanguage = { en: inOrder(english), nl: inOrder(dutch) };

/** The weights of the idioms in a text, and the text without them. */
export function readIdioms(
  text: string,
  language: TextLanguage,
): { weights: number[]; rest: string } {
  const weights: number[] = [];
  let rest = text.replaceAll("’", "'");
  for (const [weight, pattern] of byLanguage[language])
    rest = rest.replace(pattern, () => {
      weights.push(weight);
      return "; ";
    });
  return { weights, rest };
}
