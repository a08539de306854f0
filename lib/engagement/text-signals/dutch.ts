import { prepared } from "./lexicon.ts";

export const dutch = prepared({
  weights: [
    [
      3,
      `geweldig fantastisch perfect prachtig schitterend uitstekend briljant magnifiek subliem
       fenomenaal ongelooflijk ongelofelijk onovertroffen top topper toppie super superblij dolblij
       verliefd heerlijk geniaal weergaloos wauw beste allerbeste mooiste liefste lievelings
       aanrader kippenvel verrukt sprakeloos kan_niet_wachten 10/10 vijf_sterren`,
    ],
    [
      2,
      `goed mooi blij leuk fijn lekker gaaf tof vet gezellig lief lieve lieverd trots dank bedankt
       dankjewel dankuwel dankje dank_je dank_je_wel dank_u merci hartelijk dankbaar waardeer
       waardering genieten geniet genoten genot plezier vrolijk enthousiast tevreden warm warme warmst
       warmste knus zacht zachtste comfortabel comfy favoriet lieveling schattig grappig hilarisch
       gefeliciteerd proficiat feliciteren feest gelukt gelukkig geluk hoera joepie jippie yes wow
       winnaar gewonnen mooiste snoezig smaakvol smullen verrukkelijk stijlvol inspirerend inspiratie
       vriendelijk behulpzaam attent zorgzaam topkwaliteit kwaliteit indrukwekkend onmisbaar
       aanbevelen aan_te_raden raad_aan zin_in kijk_uit_naar kijken_uit_naar helemaal_blij prima
       puik knap knappe held helden verheug verheugd liefde hou_van houd_van lach lachen glimlach
       schat pareltje parel juweeltje smaakt smakelijk eindelijk`,
    ],
    [
      1,
      `ok oke oké okay handig makkelijk snel vlot netjes nette keurig schoon fris stevig sterk veilig
       rustig interessant nuttig slim beter verbeterd hoop hopelijk graag benieuwd haha hahaha hihi lol
       kus kusjes knuffel succes cadeau cadeautje gratis eerlijk betrouwbaar duurzaam degelijk
       origineel creatief kleurrijk vakantie verjaardag vriend vrienden eens akkoord ja jaa welkom
       zonnig zon past_goed zit_goed goede bijzonder speciaal`,
    ],
    [
      -1,
      `traag laat koud duur prijzig moe saai mis gemist kwijt verloren vertraging vertraagd twijfel
       twijfels raar vreemd moeilijk lastig ingewikkeld verwarrend verward klein krap los strak
       wachten wacht zorgen bezorgd helaas sorry onhandig lawaai druk probleem problemen eenzaam ziek
       pijn spijt oneens fout fouten zwak mwah matig valt_tegen viel_tegen niet_duidelijk stroef dun
       pluist kriebelt kriebel prikt`,
    ],
    [
      -2,
      `slecht jammer teleurgesteld teleurstelling teleurstellend verdrietig boos kwaad vervelend irritant
       irriteert ergerlijk erger ergernis kapot stuk gebroken beschadigd beschadiging defect mislukt faal
       faalt waardeloos nutteloos onbeleefd onvriendelijk brutaal lelijk vies vuil stinkt stonk haat
       haten stom dom idioot leugen leugens oneerlijk onacceptabel gefrustreerd frustrerend frustratie
       huilen bang eng schaam schande klacht klachten klagen retour terugsturen lekt lek gescheurd
       scheur gekrompen verkeerd verkeerde rotzooi troep rommel kut klote shit balen baal balend
       geen_reactie geen_antwoord nooit_meer nog_steeds_niet nog_niet_ontvangen niet_aangekomen
       niet_geleverd doet_het_niet werkt_niet werkte_niet klaar_mee geld_terug slechter beroerd sneu`,
    ],
    [
      -3,
      `verschrikkelijk vreselijk afschuwelijk walgelijk schandalig schandelijk belachelijk afgrijselijk
       dramatisch ramp rampzalig nachtmerrie oplichting oplichter oplichters opgelicht bedrog
       bedriegers bedonderd woedend razend woest slechtste allerslechtste weggegooid_geld zonde_van
       miskoop bagger prut`,
    ],
  ],
  emotions: {
    joy: `blij leuk mooi fijn gezellig lief heerlijk vrolijk gelukkig genieten geniet haha hahaha lach
      prachtig schattig warm trots dolblij knus liefde`,
    gratitude: `dank bedankt dankjewel dankuwel dankje dank_je dank_je_wel dank_u merci dankbaar
      waardeer waardering hartelijk`,
    enthusiasm: `geweldig fantastisch wauw wow gaaf vet tof super top perfect enthousiast zin_in
      kan_niet_wachten kijk_uit_naar hoera joepie aanrader schitterend briljant geniaal beste
      eindelijk`,
    disappointment: `teleurgesteld teleurstelling teleurstellend jammer helaas verdrietig spijt
      valt_tegen viel_tegen mislukt kapot stuk balen baal saai vertraging wachten laat miskoop
      geen_reactie geen_antwoord nog_steeds_niet niet_aangekomen retour`,
    anger: `boos kwaad woedend razend haat schandalig belachelijk verschrikkelijk vreselijk walgelijk
      oplichting opgelicht onacceptabel onbeleefd klote kut klaar_mee waardeloos bedrog woest`,
  },
  negations: `niet geen nooit niemand niets niks nergens zonder nauwelijks amper noch nie`,
  strengtheners: `heel erg zeer zo echt super mega ontzettend enorm ongelooflijk heerlijk totaal
    helemaal absoluut hartstikke super te zoo uiterst bijzonder`,
  softeners: `beetje enigszins best redelijk misschien bijna ietwat tamelijk vrij wel_wat`,
  common: `de het een en is zijn was ik je jij u jullie wij we ze hij zij van voor met op aan bij naar
    niet geen maar ook dat dit die deze wat hoe waar wie waarom wanneer heb heeft hebben had kan kun
    kunnen wil willen zou er om te uit nog wel al als dan door over mijn jouw uw ons onze hun haar
    hem mij me jou weer heel erg zo echt eens bedankt dank mooi mooie leuk leuke weten graag
    alweer toch nou even iemand zit kost gekocht besteld`,
  questionOpeners: `wie wat wanneer waar waarom hoe hoeveel welke welk wiens is zijn was waren heb hebben
    heeft hebt kan kun kunnen kunt mag mogen wil willen zou zouden weet weten komt komen zit zitten
    doet doen verkopen verkoop iemand zal gaan`,
  priceQuestion:
    /\b(hoeveel kost|hoe duur|prijs|prijzen|kost|kosten|hoeveel is|wat is de prijs|op voorraad|voorraad|uitverkocht|leverbaar|beschikbaar|verkrijgbaar|korting|kortingscode|actie|aanbieding|sale|maat|maten|verzendkosten|verzenden|bezorgkosten|levertijd|leveren|kleur|kleuren|pas(?:t|sen)|cadeaubon|te koop)\b/i,
  purchase:
    /\b((?:net|eindelijk|vandaag|gisteren)? ?(?:gekocht|besteld|aangeschaft)|mijn (?:nieuwe|bestelling)|binnen gekregen|binnengekregen|is binnen|bestelling geplaatst)\b/i,
  complaint:
    /\b(klacht|klachten|kapot|stuk gegaan|beschadigd|defect|geld terug|terugbetal|nog (?:steeds )?niet (?:ontvangen|binnen|geleverd|aangekomen)|niet (?:aangekomen|geleverd|ontvangen)|wacht (?:al|nog)|verkeerde (?:maat|kleur|bestelling|artikel)|geen (?:reactie|antwoord|gehoor)|doet het niet|werkt niet|klantenservice|oplichting|onacceptabel|lekt|gescheurd|gekrompen)\b/i,
  contest:
    /\b(winactie|win[- ]?actie|winnen|ik doe mee|doe mee|prijsvraag|loting|kans maken|kans op|give-?away|tag (?:een|je|twee|drie|\d) vriend(?:en|in|innen)?|like en deel|delen en liken|deel en win|winnaar)\b/i,
  endings: [
    ["e", ""],
    ["s", ""],
    ["n", ""],
    ["en", ""],
    ["st", ""],
    ["ste", ""],
    ["er", ""],
    ["ere", ""],
    ["jes", ""],
    ["je", ""],
    ["ve", "f"],
    ["ze", "s"],
  ],
});
