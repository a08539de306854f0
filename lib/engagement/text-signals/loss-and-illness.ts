/**
 * Patterns for death and illness in both languages, combined from a person or animal and an expression. They
 * prefer false positives, which a person reads, to misses. Apostrophes are straight.
 */
const oneOf = (words: string) => `(?:${words.trim().split(/\s+/).join("|")})`;

/**
 * A long pattern, because it lists everybody whom people mourn, and a short sign without which it cannot
 * match. The long pattern is compiled only if the sign occurs: compiling takes as long as reading a thousand
 * texts.
 */
export type Mourned = readonly [sign: string, said: string];

const relative = oneOf(
  `mum mums mom mam mummy mommy mama mother dad daddy papa father parents stepdad stepmum stepmom stepfather
   stepmother nan nana nanna nanny gran granny grandma grandmother grandpa grandad granddad grandfather grandparents
   husband wife hubby partner fiance fiancee boyfriend girlfriend son daughter baby babies child children boy girl
   twins? brother sister sibling uncle aunt auntie cousin nephew niece mate friend neighbour neighbor`,
);
const animal = oneOf(
  `dog cat pup puppy doggo kitten kitty horse pony rabbit bunny pet budgie hamster labrador spaniel terrier whippet`,
);
const whose = oneOf("my our his her their your the a dear dearest beloved");
const wordsBetween = "(?:[\\p{L}'-]+ ){0,2}";
const being = `(?:${relative}|${animal})(?:-in-law)?(?!'s|-| (?:toys?|beds?|leads?|leash|hats?|collars?|bowls?|tags?|hairs?|blankets?))`;
const theirs = `(?:${whose} )?${wordsBetween}${being}`;

const deathEnglish = [
  "(?:she|he|mum|mom|dad|nan|nana|gran|granny|grandma|grandad|grandpa) would(?: have|'ve) (?:absolutely |really |so )?(?:loved|adored|been (?:so )?(?:proud|happy|pleased))(?! (?:to|if))|(?:funeral|memorial|remembrance|sympathy) (?:wreath|spray|bouquet|flowers|tribute)s?",
  `(?:last|final) (?:good-?byes?|farewell|journey|resting place)`,
  `(?:lost|losing) (?:him|her|them)(?: to| last| this| in| on| so| too| suddenly| yesterday| today|[.,!]|$)`,
  `sorry for (?:your|her|his|their) loss|sympathy (?:card|flowers|gift)s?|for the last time(?! (?:i|we) (?:order|buy|shop))|(?:sleep|asleep) for ?ever|(?:his|her|their|mum's|dad's) last wish|lives? on in (?:this|the|my|our)|(?:would|will) never see (?:him|her) again`,
  `died (?:last|this|on|yesterday|of|from|suddenly|peacefully|in (?:my|his|her|hospital|\\d|january|february|march|april|may|june|july|august|september|october|november|december|the (?:night|war|summer|winter|spring|autumn)))|born sleeping|(?:final|last) (?:days|weeks|months|hours)(?! of (?:the )?(?:sale|summer|winter|term|school))|(?:still |we |i |really |always |dearly )miss (?:him|her|them|mum|mom|dad)|miss (?:him|her)(?=[.,!]|$| (?:so|every|terribly|dearly|loads))|(?:he|she|they) (?:has |have |just |sadly )?(?:died|passed away|passed)(?=[ .,!]|$)(?! (?:the|her|his|an|it|by|out|with|your|my|our|this|laughing)(?![\\p{L}]))`,
  `passed away|passed on(?! to)|passing of|no longer with us|gone too soon|left us (?:last|in|this|on|too|suddenly|far)|slipped away|last breath|rainbow bridge`,
  `funerals?|cremat(?:ion|orium|ed)|burials?|bur(?:y|ied|ying) (?:my|our|him|her|mum|mom|dad)|(?:his|her|the|'s) wake(?! up)|celebration of (?:his|her|their|a|mum's|dad's)? ?life|eulogy|coffin|casket|headstone|gravestone|graveside|(?:his|her|mum's|dad's|the) (?:grave|ashes)|urns?|(?<!the war )memorial(?! day)|in (?:loving )?memory of|rest in peace|r\\.?i\\.?p\\.?|condolences?|grie(?:f|ving|ve)|mourn(?:ing|ers?)?|bereave(?:d|ment)|widow(?:er|ed)?s?|obituary|still-?b(?:orn|irth)|angel bab(?:y|ies)|late ${relative}(?!r)`,
];

/** Death of a named relative or animal, in English. Each has a sign that must occur. */
const mournedEnglish: readonly Mourned[] = [
  [
    "good-?bye|farewell",
    `(?:said|say|saying|bid|bidding) (?:[\\p{L}']+ ){0,3}(?:good-?byes?|farewell) to ${theirs}`,
  ],
  [
    "los(?:t|e|ing)",
    `(?:lost|losing|lose) (?:(?:my|our|his|her|their|a|both) )${wordsBetween}${being}`,
  ],
  ["loss of", `(?:the |our |my |your |her |his )(?:recent |sudden |great |sad )?loss of ${theirs}`],
  [
    "died|passed|gone now|killed|drowned",
    `${theirs} (?:has |have |had |just |sadly |suddenly |recently |who |that |is |was )*(?:died|passed(?: on| over| away)?|gone now|killed|drowned)(?! (?:the|her|his|an|it|by|out|with|your|my|our|this|laughing)(?![\\p{L}]))`,
  ],
  [
    "no longer|gone|in heaven|up there",
    `${theirs} (?:is|are)(?: sadly| both| all)? (?:no longer (?:here|with us)|gone|in heaven|up there)(?! (?:to|for|on|out|with|over|at))`,
  ],
  ["miss my", `(?:still |we |i |really |always |dearly )miss my ${being}`],
  [
    "put",
    `put (?:him|her|${theirs}) (?:down|to sleep) (?:last|this|yesterday|today|on|in)|had to put (?:him|her|(?:${whose} )?${wordsBetween}${animal}) (?:down|to sleep)`,
  ],
  ["had to let", `had to let (?:him|her|(?:${whose} )?${wordsBetween}${animal}) go`],
  [
    "without",
    `(?:first|second|another) (?:christmas|birthday|year|summer|mother's day|father's day|holiday|easter|anniversary) without (?:him|her|them|${theirs})`,
  ],
];

const relativeDutch = oneOf(
  `moeder mama mam moeke vader papa pap ouders stiefvader stiefmoeder schoonmoeder schoonvader schoonouders oma opa
   omaatje opaatje grootmoeder grootvader man vrouw echtgenoot echtgenote partner vriend vriendin verloofde zoon
   zoontje dochter dochtertje kind kindje baby kleinkind kleinzoon kleindochter broer broertje zus zusje zuster oom
   tante neef nicht buurman buurvrouw tweelingzus tweelingbroer`,
);
const animalDutch = oneOf(
  "hond hondje kat katje poes poesje kater paard pony konijn konijntje huisdier cavia hamster viervoeter",
);
const whoseDutch = oneOf("mijn m'n mn onze ons haar zijn hun een de je jullie lieve");
const fewDutch = "(?:[\\p{L}'-]+ ){0,3}";
const beingDutch = `(?:${relativeDutch}|${animalDutch})(?![\\p{L}-])`;
const theirsDutch = `(?:${whoseDutch} )?${fewDutch}${beingDutch}`;
const ownDutch = `(?:mijn|m'n|mn|onze|haar|zijn|hun) (?:[\\p{L}'-]+ )?${beingDutch}`;

const deathDutch = [
  "(?:ze|zij|hij|mama|papa|mam|pap|oma|opa) (?:had|zou) (?:het|dit|ze|hem|haar|die|deze) (?:zo |vast |heel |ook )*(?:mooi|prachtig|geweldig|fijn|leuk|schitterend) (?:hebben )?gevonden|(?:rouw|graf|uitvaart)(?:krans|kransen|boeket|stuk|bloemen|werk)",
  `laatste (?:afscheid|groet|eer|reis|rustplaats)|afscheid (?:van (?:hem|haar) )?(?:moeten|moesten|moest) nemen|(?:hem|haar) (?:[\\p{L}']+ ){0,3}afscheid`,
  `(?:hem|haar) (?:aan (?:kanker|corona|de ziekte)|veel te (?:vroeg|jong)|plotseling|vorig(?:e)? \\p{L}+) verloren`,
  `die er niet meer (?:is|zijn)|niet meer onder ons|uit ons midden|ons (?:plotseling |veel te vroeg )?(?:verlaten|ontvallen)|ontvallen`,
  `ingeslapen|(?:laten|moest|moeten|moesten)(?: \\p{L}+){0,2} inslapen|voor altijd in slaap|laatste wens|leeft voort|leven voort|kan (?:het|dit) niet meer (?:zien|meemaken|beleven)|in laten slapen|regenboogbrug|(?:in de|naar de) hemel|sterretje geworden|sterrenkind(?:je|eren)?|engelenkindje|laatste adem`,
  `mis(?:sen)? (?:haar|hem|je) (?:elke dag|zo|nog steeds|vreselijk|enorm)`,
  `begrafenis\\p{L}*|begraven|begraafplaats|crematie\\p{L}*|gecremeerd|uitvaart\\p{L}*|rouw(?!rand)\\p{L}*|overleden|overlijden|overleed|gestorven|gesneuveld|(?:is|was|zijn) heengegaan|heengegaan|wijlen|gecondoleerd|condolean\\p{L}*|rust zacht|in memoriam|nagedachtenis|herdenk(?:en|ing)|weduwe\\p{L}*|weduwnaar|nabestaande\\p{L}*|verdriet om|stilgeboren|doodgeboren|grafsteen|(?:zijn|haar|mama's|papa's|het) graf|graf van|graflicht\\p{L}*|urn(?:en|etje)?|as (?:van \\p{L}+ |is |werd |hebben \\p{L}+ )?(?:uitgestrooid|verstrooid)|doodskist|van de kist|herinnerings(?:beeldje|sieraad|steen|lichtje|boom)`,
];

/** Death of a named relative or animal, in Dutch. */
const mournedDutch: readonly Mourned[] = [
  [
    "afscheid",
    `afscheid (?:[\\p{L}']+ ){0,4}van ${theirsDutch}|van ${theirsDutch} (?:[\\p{L}']+ ){0,3}afscheid`,
  ],
  [
    "verlo(?:or|ren)|stierf|dood|begraven|ontvallen|verongelukt|verdronken",
    `(?:${ownDutch}|mama|papa|oma|opa|mam|pap) (?:(?!heeft|hebben|had|hadden)[\\p{L}']+ ){0,5}(?:verloren|verloor|stierf|dood|doodgegaan|begraven|ontvallen|verongelukt|verdronken)|verlo(?:or|ren) (?:ik |we |wij |zij |hij )?(?:[\\p{L}']+ ){0,3}${ownDutch}`,
  ],
  ["verlies van", `verlies van ${theirsDutch}`],
  [
    "er niet meer",
    `${theirsDutch} (?:[\\p{L}']+ ){0,3}er niet meer(?! (?:in|uit|op|af|door|mee|aan|bij))`,
  ],
  [
    "zonder",
    `(?:eerste|tweede) (?:kerst|verjaardag|jaar|zomer|moederdag|vaderdag|vakantie|sinterklaas|pasen) zonder (?:hem|haar|hen|${theirsDutch})`,
  ],
  ["kist van", `(?:de|zijn|haar) kist van ${theirsDutch}`],
];

const illnessEnglish = [
  `cancer|chemo(?:therapy)?|tumou?rs?|lymphoma|melanoma|leuk(?:a?emia)|sarcoma|metasta\\p{L}+|(?:in|into) remission|stage (?:4|four|iv|3|three|iii)(?= |[.,!]|$)|biopsy|mastectomy|oncolog\\p{L}+|radio-?therapy|immunotherapy|dialysis|transplant(?:ed)?|life support|ventilator|palliative|end[- ]of[- ]life|hospices?|(?:weeks|months|days|long|time) (?:left )?to live|(?:not|\\p{L}+n't) (?:got |have )?(?:long|much time) left|terminal(?:ly)?(?: ill)?(?! building)`,
  `(?:in|into|from|out of|to) (?:the )?(?:hospital|intensive care|icu|nicu|a&e|emergency room)|on the (?:ward|children's ward)|rushed to|ambulance|hospitali[sz]ed|laid up|(?:my|her|his) treatments?|treatment (?:starts|started|begins)|start(?:s|ing|ed) treatment|diagnos(?:ed|is)|(?:a|had a|her|his|my|mild|massive) stroke(?! of)|heart (?:attack|surgery|failure)|open[- ]heart|surgery|(?:an|my|her|his|knee|hip|back|eye|the big) operation|recover(?:ing|y) from|rehab`,
  `(?:very|seriously|gravely|so|really|been|chronically|still|fell|falling|taken|got) (?:ill|sick|unwell|poorly)(?! of)|(?:long|chronic|serious|terminal|mental) illness|chronic (?:pain|fatigue)|bedridden|long covid|(?:with|has|have|had) m\\.?e\\.?(?=[ .,]+(?:and|for|since|cfs)|[.,]|$)|(?:doctors|they) gave (?:him|her|me|us) (?:\\p{L}+ )?(?:weeks|months|days|a few)|lost (?:her|his|my|their|all my) hair|can(?:'t|not) walk|since (?:the|my|his|her) accident|multiple sclerosis|motor neurone|dementia|alzheimer'?s?|parkinson'?s?|epilep\\p{L}+|seizures?|fibromyalgia|crohn'?s|cystic fibrosis|autoimmune`,
  `depress(?:ed|ion)|burn-?out|burnt out|(?:nervous|mental) breakdown|mental health|panic attacks?|anxiety|ptsd|self-?harm\\p{L}*|suicid\\p{L}*|eating disorder|anorexi\\p{L}*|bulimi\\p{L}*|miscarr\\p{L}+|premature bab(?:y|ies)|preemie|ivf`,
];

const illnessDutch = [
  `\\p{L}*kanker|chemo(?:therapie|kuur|kuren)?|tumor\\p{L}*|lymfoom|melanoom|leukemie|uitgezaaid|uitzaaiing(?:en)?|uitbehandeld|palliatie\\p{L}+|hospice|laatste levensfase|euthanasie|niet lang meer(?: te leven)?|(?:weken|maanden) te leven|ongeneeslijk|terminaal|terminale|bestraling(?:en)?|bestraald|immunotherapie|dialyse|transplantatie`,
  `(?:in|uit|naar) (?:het|'t) ziekenhuis|ziekenhuis(?:opname|bed)|opgenomen (?:in|op|geweest|worden)|beademing|behandeling(?:en)? (?:start|begint|begon|is zwaar)|intensive care|op de (?:ic|kinderafdeling)|ambulance|couveuse|diagnose|beroerte|herseninfarct|hersenbloeding|hartaanval|(?:hart)?infarct|slecht ter been|kaal door|na (?:mijn|zijn|haar|het|een) (?:zwaar )?ongeluk|hartoperatie|operatie|geopereerd|herstel(?:len|lende)? van|revalid\\p{L}*`,
  `(?:ernstig|heel|erg|zwaar|al lang|chronisch|zo|geestelijk) ziek|(?:mijn|m'n|onze|haar|zijn) (?:[\\p{L}'-]+ )?(?:ziekte|ziekbed)|ziekbed|chronische (?:pijn|ziekte|vermoeidheid)|bedlegerig|long ?covid|multiple sclerose|dementie|dement|alzheimer|parkinson|epilep\\p{L}+|reuma|fibromyalgie|ziekte van \\p{L}+|taaislijmziekte`,
  `depressie|depressief|burn-?out|overspannen|psychose|paniekaanval\\p{L}*|angststoornis|ptss|zelfmoord|zelfdoding|zelfbeschadiging|eetstoornis|anorexia|boulimia|miskraam|te vroeg geboren|prematuur`,
];

export const death = [...deathEnglish, ...deathDutch].join("|");
export const mourned = [...mournedEnglish, ...mournedDutch];
export const illness = [...illnessEnglish, ...illnessDutch].join("|");
