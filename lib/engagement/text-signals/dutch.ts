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
       gefeliciteerd proficiat feliciteren feest gelukt gelukkig geluk hoera joepie jippie wow
       winnaar gewonnen mooiste snoezig smaakvol smullen verrukkelijk stijlvol inspirerend inspiratie
       vriendelijk behulpzaam attent zorgzaam topkwaliteit indrukwekkend onmisbaar
       aanbevelen aan_te_raden raad_aan zin_in kijk_uit_naar kijken_uit_naar helemaal_blij prima
       puik knap knappe held helden verheug verheugd liefde hou_van houd_van lach lachen glimlach
       schat pareltje parel juweeltje smakelijk voorzichtig behulpzame verzorgd verzorgde deskundig deskundige geduldig geduld heerlijke smullen dankzij toppunt vakkundig vakkundige netjes_gewerkt stralend stralende sfeervol sfeervolle romig knapperig mals fijnste leukste lekkerste aardigste liefste vlekkeloos soepel goedgemutst hartverwarmend ontroerend genoten complimenten bewondering buitengewoon kunstwerk  voortreffelijk oprecht oprechte
       goddelijk hemels betoverend sprookjesachtig adembenemend spectaculair sensationeel weldadig zalig
       kostelijk ontspannen ontspannend verfrissend verkwikkend deugd kundig kundige bekwaam ervaren
       professioneel professionele secuur nauwkeurig zorgvuldig zorgvuldige hoffelijk beleefd beleefde
       beminnelijk goedlachs meelevend invoelend luisterend hulpvaardig gastvrij gastvrije gastvrijheid
       verwelkomd welkom_voelen thuis_voelen knapperig krokant malse sappig geurig fluweelzacht
       rijk_gevuld hartig verse vers overheerlijk smeuïg luchtig elegant sierlijk chic modieus tijdloos
       fraai fraaie beeldig beeldige kleurig levendig bruisend opgewekt verguld overgelukkig gelukzalig
       opgelucht gerustgesteld voldaan voldoening geboeid boeiend boeiende meeslepend meeslepende
       leerzaam leerzame verhelderend helder heldere duidelijk duidelijke overzichtelijk doordacht
       vindingrijk vernuftig ingenieus slimme handige praktisch praktische gebruiksvriendelijk
       betaalbaar voordelig scherpe_prijs waar_voor_je_geld waar_voor_mijn_geld spotgoedkoop stipt
       razendsnel bliksemsnel supersnel pijlsnel onverwoestbaar oerdegelijk ijzersterk stevige
       hoogwaardig hoogstaand eersteklas toppers topservice topwinkel topzaak topdag topavond
       topkerel droom droomhuis dromen sprong_gemaakt bof geboft mazzel bofkont verrijking
       aanwinst meerwaarde zegen godsgeschenk uitkomst redding gered redders heldin engel engelen schatten
       lieverds supertof superleuk superlief superlekker superfijn supermooi superblij keimooi
       keilekker kneitergoed retegoed megatof onder_de_indruk sympathiek sympathieke innemend warmhartig
       geliefd bewonder applaus bravo bedankjes meesterlijk meesterwerk
       kunstig virtuoos ontroerd geraakt genietmoment feestelijk gezelligheid knusse`,
    ],
    [
      1,
      `ok kwaliteit oke oké okay handig makkelijk snel vlot netjes nette keurig schoon fris stevig sterk veilig
       rustig interessant nuttig slim beter verbeterd hoop hopelijk graag benieuwd haha hahaha hihi lol
       kus kusjes knuffel succes  eerlijk betrouwbaar duurzaam degelijk
       origineel creatief kleurrijk eens akkoord ja jaa welkom
       zonnig zon past_goed zit_goed goede bijzonder speciaal`,
    ],
    [
      -1,
      `traag laat koud duur prijzig moe saai mis gemist kwijt verloren vertraging vertraagd twijfel
       twijfels raar vreemd moeilijk lastig ingewikkeld verwarrend verward klein krap los strak
       wachten wacht zorgen bezorgd helaas sorry onhandig lawaai druk probleem problemen eenzaam ziek
       pijn oneens fout fouten zwak mwah matig valt_tegen viel_tegen niet_duidelijk stroef dun
       pluist kriebelt kriebel prikt zout vet droog flauw rommelig gehorig oubollig wiebelt wiebelig lauw slap slappe lauwe duurder dure langzaam trage later weinig lege
       grauw kaal karig karige muf stoffig plakkerig vettig hard harde scherp stijf stug zwaar ongemakkelijk
       oncomfortabel ongezellig onaantrekkelijk onlogisch warrig warrige chaotisch chaos gedoe omslachtig
       tekort gebrek gebrekkig onvolledig incompleet matige middelmatig zozo afgeleid vermoeiend vermoeid
       uitgeput wachtrij wachttijd rij_stond rommelige prullerig vaag vage zeuren gezeur gemopper storing
       storend onduidelijk tegenvallend gammel krassen verkleurd afgezegd`,
    ],
    [
      -2,
      `spijt slecht jammer teleurgesteld teleurstelling teleurstellend verdrietig boos kwaad vervelend irritant
       irriteert ergerlijk erger ergernis kapot stuk gebroken beschadigd beschadiging defect mislukt faal
       faalt waardeloos nutteloos onbeleefd onvriendelijk brutaal lelijk vies vuil stinkt stonk haat
       haten stom dom idioot leugen leugens oneerlijk onacceptabel gefrustreerd frustrerend frustratie
       huilen bang eng schaam schande klacht klachten klagen retour terugsturen lekt lek gescheurd
       scheur gekrompen verkeerd verkeerde rotzooi troep rommel kut klote shit balen baal balend
       geen_reactie geen_antwoord nooit_meer nog_steeds_niet nog_niet_ontvangen niet_aangekomen
       niet_geleverd doet_het_niet werkt_niet werkte_niet klaar_mee geld_terug slechter beroerd sneu smerig smerige ijskoud oudbakken schimmel beschimmeld bedorven afknapper onbeschoft onbeschofte hopeloos hopeloze flutkwaliteit flut smakeloos uitslag ongeldig bladdert puinhoop hufterig afblijven wegblijven bedorven verpest bekocht belazerd gejat ziek_van nalatig slordig slordige onprofessioneel onbetrouwbaar ondeugdelijk ondermaats broddelwerk knoeiwerk prutswerk gekraakt geknapt brak lekkage rotding rot rotte zeik waardeloze beschimmelde misleidend misleiding verneukt nare bah getver gatver asociaal aangebrand aangebrande verbrand chagrijnig chagrijnige nors norse nukkig bot botte bits
       arrogant arrogante neerbuigend laatdunkend ongeïnteresseerd onverschillig onkundig incompetent
       ondeskundig onverzorgd onhygiënisch ongedierte muizen ratten kakkerlakken bedwantsen luizen
       vlooien gestoken diefstal dieven gestolen gejat afgezet afzetterij afzetters woekerprijs
       geldklopperij oplichterij zwendel nep namaak vervalst gelogen voorgelogen liegen bedriegen
       verspilling verspild tijdverspilling mislukking fiasco flop drama blamage aanfluiting afgang wanprestatie
       waanzin idioterie bespottelijk triest trieste treurig treurige hartverscheurend gebroken_hart
       droevig ellende ellendig miserabel beklagenswaardig pijnlijk gewond letsel spoedeisende overgegeven
       misselijk diarree allergisch jeuk hoofdpijn rotte stank stinkende ranzig ranzige walging weerzin
       afkeer ergeren geërgerd verbolgen verontwaardigd nijdig pissig pislink laaiend kwade boze
       wanhopig radeloos machteloos bedreigd geschreeuwd afgesnauwd gesnauwd afgebekt gescholden uitgelachen
       genegeerd negeren afgewimpeld afgescheept gedupeerd benadeeld geschonden verbroken
       afgebroken gesneuveld gesmolten vervormd verbogen gedeukt deuk deuken barst barsten gebarsten
       afgebladderd verroest roest doorgeroest versleten verkleuring vlekken vlek gevlekt lekken ontploft doorgebrand
       kortsluiting onbruikbaar onveilig gammele rammelt vastgelopen loopt_vast hapert haperende crasht
       onleesbaar onvindbaar onbereikbaar zoek zoekgeraakt zoekmaken vermist verdwenen opgesloten weggestuurd geweigerd
       geannuleerd dubbelgeboekt overboekt karton vergiftigd levensgevaarlijk`,
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
      kan_niet_wachten kijk_uit_naar hoera joepie aanrader schitterend briljant geniaal beste`,
    disappointment: `teleurgesteld teleurstelling teleurstellend jammer helaas verdrietig spijt
      valt_tegen viel_tegen mislukt kapot stuk balen baal saai vertraging wachten laat miskoop
      geen_reactie geen_antwoord nog_steeds_niet niet_aangekomen retour afgang flop
      verpest slechter verkeerd_geleverd verkeerd_gestuurd`,
    anger: `boos kwaad woedend razend haat schandalig belachelijk verschrikkelijk vreselijk walgelijk
      oplichting opgelicht onacceptabel onbeleefd onbeschoft onbeschofte aanfluiting wanprestatie
      schande afgesnauwd afzetterij bespottelijk blamage klote kut klaar_mee waardeloos bedrog woest`,
  },
  negations: `niet geen nooit niemand niets niks nergens zonder nauwelijks amper noch nie`,
  reversals: `verre_van allesbehalve alles_behalve niet_bepaald bepaald_niet allerminst geenszins
    bij_lange_na_niet niet_echt niet_zo`,
  more: `meer beter slechter erger`,
  less: `minder minst minste`,
  beyondCompare:
    /^(?=.*\b(?:niemand|nergens|geen|nooit)(?: \S+)? <more>)(?!.*\b(?:worden|maken|geworden)\b)|^(?=.*<more>)(?=.*\b(?:kan|kon|kunt|konden|kunnen|had|hadden|zou|wordt|vind|vindt|krijg|krijgt|bestaat)\b)(?=.*\b(?:niet|nauwelijks|amper|nooit|nergens|niemand)\b)(?!.*\b(?:worden|maken|geworden)\b)/,
  strengtheners: `heel erg zeer zo echt super mega ontzettend enorm ongelooflijk heerlijk totaal
    helemaal absoluut hartstikke super zoo uiterst bijzonder`,
  softeners: `beetje enigszins best redelijk misschien bijna ietwat tamelijk vrij wel_wat`,
  fierce:
    /(?<!\p{L})(?:gevaarlijk|belachelijk|idioot|waanzinnig|krankzinnig|ziekelijk|achterlijk|gestoord|verschrikkelijk|vreselijk|verdomd|afschuwelijk|schandalig|pijnlijk|irritant|misdadig|gruwelijk)(?=\s+([\p{L}']+))/giu,
  common: `de het een en is zijn was ik je jij u jullie wij we ze hij zij van voor met op aan bij naar
    niet geen maar ook dat dit die deze wat hoe waar wie waarom wanneer heb heeft hebben had kan kun
    kunnen wil willen zou er om te uit nog wel al als dan door over mijn jouw uw ons onze hun haar
    hem mij me jou weer heel erg zo echt eens bedankt dank mooi mooie leuk leuke weten graag
    alweer toch nou even iemand zit kost gekocht besteld meer nooit nu iets niks alles andere onder
    tot zelf na geef gaat gaan kom komt doe doet maken mensen goed goede nog eens daar geen zo'n zo ga
    klein net werk jaar volgende vorige week mag werd worden zie zien zeg bij nergens ergens in
    hier sinds uur dag één steeds altijd helaas geworden geweest week weken maand jaren`,
  questionOpeners: `wie wat wanneer waar waarom hoe hoeveel welke welk wiens is zijn was waren heb hebben
    heeft hebt kan kun kunnen kunt mag mogen wil willen zou zouden weet weten komt komen zit zitten
    doet doen verkopen verkoop iemand zal gaan`,
  priceQuestion:
    /\b(hoeveel kost|hoe duur|prijs|prijzen|kost|kosten|hoeveel is|wat is de prijs|op voorraad|voorraad|uitverkocht|leverbaar|beschikbaar|verkrijgbaar|korting|kortingscode|offerte|afgeprijsd|kaartjes|tickets|hoeveel voor|in het (?:zwart|wit|grijs|blauw|rood|groen|geel|roze|bruin|paars)|actie|aanbieding|sale|maat|maten|verzendkosten|verzenden|bezorgkosten|levertijd|leveren|kleur|kleuren|pas(?:t|sen)|cadeaubon|te koop)\b/i,
  purchase:
    /\b((?:net|eindelijk|vandaag|gisteren)? ?(?:gekocht|besteld|aangeschaft)|mijn (?:nieuwe|bestelling)|binnen gekregen|binnengekregen|is binnen|bestelling geplaatst)\b/i,
  complaint:
    /\b(klacht|klachten|kapot|stuk gegaan|beschadigd|defect|geld terug|terugbetal|nog (?:steeds )?niet (?:ontvangen|binnen|geleverd|aangekomen)|niet (?:aangekomen|geleverd|ontvangen)|wacht (?:al|nog)|verkeerde (?:maat|kleur|bestelling|artikel)|geen (?:reactie|antwoord|gehoor)|doet het niet|werkt niet|klantenservice|oplichting|onacceptabel|lekt|gescheurd|gekrompen)\b/i,
  contest:
    /\b(winactie|hoop(?: dat)? (?:ik|wij|we) (?:\p{L}+ )?win(?:nen)?|hoop te winnen|(?:ik|we) wil(?:len)? (?:\p{L}+ )?winnen|^(?:geliked|gedeeld|gevolgd|getagd|meegedaan|meedoen)[!.,]+ (?=.)|^gedaan[!.,]+ (?:ik )?(?:duim|hoop|hopelijk|kies)|win[- ]?actie|winnen|ik doe mee|doe mee|prijsvraag|loting|kans maken|kans op|give-?away|tag (?:een|je|twee|drie|\d) vriend(?:en|in|innen)?|maak(?:t)? (?:nu )?kans|like en deel|delen en liken|deel en win|winnaar)\b/iu,
  endings: [
    ["e", ""],
    ["s", ""],
    ["n", ""],
    ["en", ""],
    ["st", ""],
    ["ste", ""],
    ["er", ""],
    ["der", ""],
    ["ere", ""],
    ["jes", ""],
    ["je", ""],
    ["ve", "f"],
    ["ze", "s"],
  ],
});
