import { chance, oneOf } from "./chance.ts";

/** What a post seems to be about, as far as its audience can tell. */
export type Topic = "contest" | "offer" | "care" | "story";
export type Kind =
  | "question"
  | "praise"
  | "mention"
  | "photo"
  | "review"
  | "sour-review"
  | "quote"
  | "thanks"
  | "help"
  | "complaint"
  | "relief"
  | "return"
  | "contest";
type Lines = readonly [string, ...string[]];

export function topicOf(text: string): Topic {
  if (/winactie|giveaway|contest|\bwin\b|verloot|weggeef/i.test(text)) return "contest";
  if (/€|prijs|price|korting|sale|bestel|order|winkel|shop|voorraad|stock/i.test(text))
    return "offer";
  if (/wass?en|wash|\btip|onderhoud|care|hoe je|how to|repar|stop(pen)? met/i.test(text))
    return "care";
  return "story";
}

/** A line that this person might write here. The same seed gives the same words. */
export function phrase(language: "nl" | "en", kind: Kind, topic: Topic, seed: string): string {
  const lines = kind === "question" ? questions[language][topic] : sayings[language][kind];
  const line = oneOf(lines, chance(seed, kind, "line"));
  const more = oneOf(additions[language][kind] ?? plain, chance(seed, kind, "more"));
  const tail = oneOf(tails[kind] ?? plain, chance(seed, kind, "tail"));
  return line + more + tail;
}

/** A second sentence, so that few write the same. */
const additions: Record<"nl" | "en", Partial<Record<Kind, Lines>>> = {
  nl: additionsOf(
    ["", " Ga zo door!", " Heel knap gedaan.", " Ik kijk uit naar de volgende."],
    ["", " Echt een aanrader.", " Mijn zus wil er nu ook een.", " Heel knap gedaan."],
  ),
  en: additionsOf(
    ["", " Keep going!", " So well done.", " Looking forward to the next one."],
    ["", " Highly recommended.", " My sister wants one too now.", " So well done."],
  ),
};

function additionsOf(seen: Lines, owned: Lines): Partial<Record<Kind, Lines>> {
  return { praise: seen, mention: owned, photo: owned, review: owned };
}

const plain: Lines = [""];
const happy: Lines = ["", "", " 😍", " ❤️", " 😊", " 👏"];
const tails: Partial<Record<Kind, Lines>> = {
  praise: happy,
  mention: happy,
  photo: happy,
  thanks: ["", " 😊", " ❤️", " 🙏"],
  question: ["", "", " 🙂", " 🤔"],
};

const questions: Record<"nl" | "en", Record<Topic, Lines>> = {
  nl: {
    offer: [
      "Wat kost deze?",
      "Hebben jullie deze nog op voorraad?",
      "Komt deze ook in maat L?",
      "Wat is de prijs met verzenden erbij?",
      "Is deze ook in een andere kleur te koop?",
    ],
    care: [
      "Kan dit ook in de wasmachine?",
      "Werkt dit ook bij oude wol?",
      "Hoe vaak doe je dit, ongeveer?",
      "Hoe lang moet het drogen?",
    ],
    contest: ["Tot wanneer kan ik meedoen?", "Mag ik vaker meedoen?"],
    story: [
      "Wat leuk om te zien, kan ik een keer langskomen?",
      "Hoe lang doen jullie hierover?",
      "Is dit straks ook te koop? En wat gaat het kosten?",
      "Welke maat zou je aanraden?",
    ],
  },
  en: {
    offer: [
      "How much is this one?",
      "Is this still in stock?",
      "Does it come in a size L?",
      "What is the price with shipping to the UK?",
      "Can I buy it in another colour?",
    ],
    care: [
      "Is this safe in the washing machine?",
      "Does this work on old wool too?",
      "How often do you do this, roughly?",
      "How long should it dry?",
    ],
    contest: ["Until when can I enter?", "Can I enter more than once?"],
    story: [
      "Lovely to see, can I come and visit?",
      "How long does this take you?",
      "Will this be for sale? And what will it cost?",
      "Which size would you recommend?",
    ],
  },
};

const sayings: Record<"nl" | "en", Record<Exclude<Kind, "question">, Lines>> = {
  nl: {
    praise: [
      "Wat prachtig gemaakt!",
      "Hier word ik blij van.",
      "Heel mooi, en zo fijn dat jullie dit laten zien.",
      "Geweldig, ik ben fan.",
      "Prachtige kleur ook!",
      "Weer zo mooi, dank jullie wel.",
    ],
    mention: [
      "Zo blij met wat ik hier kocht, echt prachtig!",
      "Als je iets moois zoekt, moet je hier zijn. Geweldig fijne mensen.",
      "Vandaag weer complimenten gekregen, ik ben er heel blij mee.",
      "Tip voor iedereen: dit is fantastisch, ik geniet er elke dag van.",
    ],
    photo: [
      "Kijk hem eens mooi staan! Ik ben er zo blij mee.",
      "Vandaag voor het eerst aan, heerlijk warm. Dank jullie wel!",
      "Foto van het strand met mijn favoriet. Prachtig!",
    ],
    review: [
      "Prachtige kwaliteit en snel in huis. Heel blij mee.",
      "Precies wat ik hoopte, mooi afgewerkt en een lief kaartje erbij.",
      "Al de tweede die ik koop, blijft geweldig.",
    ],
    "sour-review": ["Mooi, maar het duurde erg lang voor het er was."],
    quote: ["Dit moeten meer mensen zien.", "Hier ben ik dus zo enthousiast over!"],
    thanks: [
      "O wat lief, dank jullie wel! Mijn dag is goed.",
      "Wat leuk dat jullie dit plaatsen, dankjewel!",
      "Ik bloos! Heel erg bedankt, ik blijf fan.",
    ],
    help: [
      "{person} Ik had dezelfde vraag: ze antwoorden binnen een dag als je mailt, en de maten vallen ruim.",
      "{person} Bij mij ging het goed: gewoon rustig proberen, met lauw water.",
      "{person} Op de site staat het onderaan, ik heb die van mij ook zo gevonden.",
    ],
    complaint: [
      "Mijn pakket is nog steeds niet aangekomen en ik hoor niets. Erg teleurgesteld.",
      "Helaas kwam mijn pakket beschadigd aan. Dit valt me tegen.",
    ],
    relief: [
      "Update: keurig opgelost, en nog een kaartje erbij ook. Dank jullie wel, weer helemaal blij!",
      "Inmiddels netjes opgelost. Top geregeld, dankjewel!",
    ],
    return: [
      "Hier ben ik weer, na een tijdje. Wat kost deze nu?",
      "Lang niet hier geweest! Hebben jullie deze nog op voorraad?",
    ],
    contest: ["Ik doe mee! Volg, deel en like om te winnen 🍀 @winmetmij @prijsjesjacht"],
  },
  en: {
    praise: [
      "This is beautiful work!",
      "This makes me so happy.",
      "Lovely, and so kind of you to show how it is made.",
      "Amazing, I love it.",
      "Such a gorgeous colour!",
      "Beautiful as always, thank you.",
    ],
    mention: [
      "So happy with what I bought here, it is beautiful!",
      "If you want something lovely, go here. Wonderful people.",
      "Got compliments again today, I love it.",
      "A tip for everyone: this is fantastic, I enjoy it every day.",
    ],
    photo: [
      "Look how lovely it is! I am so happy with it.",
      "First day wearing it, wonderfully warm. Thank you!",
      "On the beach with my favourite. Beautiful!",
    ],
    review: [
      "Beautiful quality and here in two days. Very happy.",
      "Exactly what I hoped for, lovely finish and a kind note with it.",
      "The second one I bought, still wonderful.",
    ],
    "sour-review": ["Nice, but it took very long to arrive."],
    quote: ["More people should see this.", "This is what I am so excited about!"],
    thanks: [
      "Oh how sweet, thank you! You made my day.",
      "So lovely of you to post this, thank you!",
      "I am blushing! Thank you so much, I stay a fan.",
    ],
    help: [
      "{person} I had the same question: they answer within a day by mail, and sizes run large.",
      "{person} It worked for me: take it slowly, with lukewarm water.",
      "{person} It is at the bottom of their site, that is how I found mine.",
    ],
    complaint: [
      "My parcel still has not arrived and I hear nothing. Very disappointed.",
      "Sadly my parcel arrived damaged. This is a let-down.",
    ],
    relief: [
      "Update: solved, and with a kind note too. Thank you, happy again!",
      "It is sorted now. Great service, thank you!",
    ],
    return: [
      "Back after a while. How much is this one now?",
      "Haven't been here for ages! Is this still in stock?",
    ],
    contest: ["I'm in! Follow, share and like to win 🍀 @winwithme @prizehunt"],
  },
};
