import type { StageKey } from "../workspaces/stage.ts";
import type { KnittingColour } from "./knitting.ts";

/** A post of the sample, with a stage of the default template. */
export interface PlannedPost {
  readonly stage: StageKey;
  readonly text: string;
  readonly language?: "en";
  readonly picture?: { readonly colour: KnittingColour; readonly alt: string };
}

/** In order, one every other day; together they cover ninety days. */
export const pastPosts: readonly PlannedPost[] = [
  {
    stage: "awareness",
    text: "Wij zijn Noorderwol: drie spinners, veertig Drentse heideschapen en een werkplaats aan het Reitdiep in Groningen. Vanaf vandaag laten we hier zien hoe van een vacht een trui wordt.",
    picture: { colour: "heather", alt: "Breiwerk van paarsgrijze wol, recht van boven" },
  },
  {
    stage: "awareness",
    text: "Een schaap geeft twee kilo wol per jaar. Daar blijft na wassen en kaarden ruim een kilo garen van over. Genoeg voor een trui en een muts.",
  },
  {
    stage: "consideration",
    text: "Merino of heideschaap? Merino is zachter op de huid, heidewol houdt wind en regen beter tegen. In onze gids leggen we ze naast elkaar.",
  },
  {
    stage: "awareness",
    language: "en",
    text: "Hello from Groningen. We spin wool from forty heath sheep, two hours north of Amsterdam. Follow along to see a fleece become a jumper.",
    picture: { colour: "natural", alt: "Plain knitting in undyed wool" },
  },
  {
    stage: "purchase",
    text: "De eerste mutsen van dit seizoen liggen in de winkel: € 39, in drie maten. Je kunt ze bestellen op noorderwol.example of komen passen op zaterdag.",
    picture: { colour: "moss", alt: "Mosgroen breiwerk" },
  },
  {
    stage: "retention",
    text: "Wol wassen, zo doe je dat: lauw water, een drupje wolwasmiddel, tien minuten laten liggen, niet wringen. Plat drogen op een handdoek.",
  },
  {
    stage: "awareness",
    text: "Scheerdag op de Hondsrug. Veertig schapen, twee scheerders, één hond die dacht dat hij de leiding had.",
  },
  {
    stage: "consideration",
    text: "Waarom is handgesponnen garen duurder? Een streng kost ons vier uur: wassen, kaarden, spinnen, twijnen. Daar staat tegenover dat hij twintig winters meegaat.",
  },
  {
    stage: "awareness",
    text: "Winactie: win een paar sokken van de eerste spinning. Vertel waar jij ze zou dragen. Vrijdag loten we.",
  },
  {
    stage: "advocacy",
    text: "Wat breien jullie van ons garen? Laat het zien met een foto en noem ons erbij. De mooiste hangen we in de werkplaats, met je naam.",
  },
  {
    stage: "consideration",
    text: "Welke maat muts heb je nodig? Meet net boven je oren. Tot 56 cm is S, tot 59 M, daarboven L. Twijfel je: neem de kleinste, wol geeft mee.",
  },
  {
    stage: "purchase",
    text: "Nieuw in de winkel: het herfstpakket. Drie strengen, een patroon en een maatlint voor € 64. Er zijn er zestig.",
    picture: { colour: "rust", alt: "Roestrood breiwerk" },
  },
  {
    stage: "awareness",
    language: "en",
    text: "Three colours from one plant: madder root gives rust, coral and a soft pink, depending on how long we wait.",
    picture: { colour: "rust", alt: "Knitting in rust-red wool" },
  },
  {
    stage: "retention",
    text: "Een gaatje in je trui? Stop het met een contrasterende kleur, dan wordt het een versiering. Op zaterdag helpen we je in de werkplaats, gratis.",
  },
  {
    stage: "awareness",
    text: "In het verfbad vandaag: indigo. Eruit komt het groen, en dan kleurt het aan de lucht blauw. Het blijft toveren.",
    picture: { colour: "indigo", alt: "Indigoblauw breiwerk" },
  },
  {
    stage: "consideration",
    text: "Kriebelt wol? Niet als de vezels fijn genoeg zijn. Kom voelen op zaterdag, of vraag een proefstrengetje aan.",
  },
  {
    stage: "advocacy",
    text: "Anna uit Zuidlaren breide deze zomer elf mutsen voor de nachtopvang, van onze restjes. Wie doet er mee voor de winter?",
  },
  {
    stage: "purchase",
    text: "De grijze sjaal is terug: € 85, geweven op het oude getouw. Bestel voor vrijdag, dan is hij maandag bij je.",
  },
  {
    stage: "awareness",
    text: "Vijf uur in de ochtend, mist boven het Reitdiep, en de schapen staan al bij het hek. Zo begint een werkdag hier.",
  },
  {
    stage: "retention",
    text: "Tip: hang je trui niet op, maar leg hem. Wol rekt uit onder zijn eigen gewicht.",
  },
  {
    stage: "consideration",
    language: "en",
    text: "How warm is wool, really? It holds a third of its weight in water before it feels wet, and it keeps you warm all the while. Here is how we tested it.",
  },
  {
    stage: "awareness",
    text: "Zaterdag open werkplaats, van tien tot vier. Je mag spinnen, kaarden en een schaap aaien. Koffie staat klaar.",
  },
  {
    stage: "purchase",
    text: "Voor wie het zelf wil leren: de beginnersset met haspel en een pond gewassen wol, € 48. In de winkel en op de site.",
    picture: { colour: "natural", alt: "Breiwerk van ongeverfde wol" },
  },
  {
    stage: "advocacy",
    text: "Dank aan iedereen die zaterdag kwam. Honderdtwaalf bezoekers, negen nieuwe spinners, en één schaap dat niet meer naar huis wilde.",
  },
  {
    stage: "awareness",
    text: "Winactie: win een sjaal in jouw kleur. Noem de kleur, zondag trekken we een naam.",
  },
  {
    stage: "retention",
    text: "Pillen op je trui? Dat zijn losse vezels, geen slijtage. Met een wolkam zijn ze zo weg, en na drie keer komen ze niet meer terug.",
  },
  {
    stage: "consideration",
    text: "Ons garen naast dat van de grote merken: prijs per meter, herkomst, verf. We hebben alles op een rij gezet, ook waar wij verliezen.",
  },
  {
    stage: "awareness",
    text: "Dit is Trui. Ze is negen, ze is de baas, en haar vacht is de zachtste van de kudde.",
  },
  {
    stage: "purchase",
    text: "Wanten in maat S, M en L, met koord zodat je ze niet kwijtraakt: € 34. Nog tweeëntwintig paar op voorraad.",
    picture: { colour: "moss", alt: "Mosgroen breiwerk met rechte steken" },
  },
  {
    stage: "awareness",
    language: "en",
    text: "A loom from 1911, one missing pedal and a lot of patience. It wove its first metre again today.",
  },
  {
    stage: "retention",
    text: "Je muts na een regenbui: niet op de kachel. Een nacht op een theedoek, en hij is weer als nieuw.",
  },
  {
    stage: "advocacy",
    text: "Jullie recensies staan bij ons op het bord naast de deur. We lezen ze voor aan de schapen. Die vinden alles goed.",
  },
  {
    stage: "awareness",
    text: "Eerste nachtvorst. De schapen merken er niets van, wij wel: het water in de wasbak had een vliesje.",
  },
  {
    stage: "consideration",
    text: "Sjaal of col? Een col blijft zitten op de fiets, een sjaal kun je delen. We hebben ze allebei, en een mening.",
  },
  {
    stage: "purchase",
    text: "De winterdeken is klaar: 140 bij 200, twee kilo wol, € 240. Ophalen kan in Groningen, verzenden is gratis.",
    picture: { colour: "indigo", alt: "Indigoblauw breiwerk, dicht gebreid" },
  },
  {
    stage: "awareness",
    text: "Op de radio vanochtend: Geertje over waarom Nederlandse wol vaak wordt weggegooid, en wat wij ermee doen. Terugluisteren kan op de site.",
  },
  {
    stage: "retention",
    text: "Motten? Cederhout helpt een beetje, zakken met rits helpen echt. En draag je trui: motten houden niet van gezelschap.",
  },
  {
    stage: "awareness",
    text: "Zeventien tinten grijs, en niet één geverfd. Zo komen ze van het schaap.",
    picture: { colour: "heather", alt: "Breiwerk in paarsgrijze tinten" },
  },
  {
    stage: "advocacy",
    language: "en",
    text: "A reader in Leeds knitted our rust yarn into a cardigan for her daughter. It took a winter. We are still smiling.",
  },
  {
    stage: "consideration",
    text: "Waar komt je garen vandaan? Op elk label staat het schaap, de scheerdag en wie het spon. Zo lees je het.",
  },
  {
    stage: "awareness",
    text: "Kudde en mist. Meer hebben we vandaag niet te melden, maar het was wel mooi.",
  },
  {
    stage: "purchase",
    text: "Cadeaubon nodig? Vanaf € 15, in een envelop van vilt. Vandaag besteld is morgen op de post.",
  },
  {
    stage: "retention",
    text: "Hoe je een deken lucht: buiten, uit de zon, een kwartier per kant. Wassen hoeft dan bijna nooit.",
  },
  {
    stage: "awareness",
    text: "Nieuwe kaarder, 1964, uit een fabriek in Tilburg. Vier man, één steekwagen, geen gewonden.",
  },
  {
    stage: "consideration",
    text: "Spinnen leren: wat kost het, wat heb je nodig, en waarom lukt de eerste streng nooit? Lees het voor je begint.",
  },
];

/** A post that was due while the machine was off. */
export const missedPost: PlannedPost = {
  stage: "advocacy",
  text: "Nog drie dagen: stuur ons een foto van je oudste trui, dan vertellen wij hem na.",
};
