import { expect, test } from "vitest";

import { readConcerns, type Concern } from "#lib/engagement/text-signals/concerns";
import { soundsLikeComplaint, whyReadFirst } from "#lib/engagement/text-signals/read-first";
import { readText } from "#lib/engagement/text-signals/text-signals";

const tells: Readonly<Record<Exclude<Concern, "irony">, readonly string[]>> = {
  staff: [
    "Love working here",
    "So proud to be part of this team",
    "As the owner I can say we bake the best",
    "First week at @noorderwol done, love it",
    "I bake here every morning",
    "Trots op ons team en onze winkel",
    "Ik werk hier met plezier",
    "Als medewerker kan ik zeggen: beste winkel",
  ],
  paid: [
    "Thanks for sending me this free sample #gifted",
    "Ad | in love with this bag",
    "I received this product in exchange for my honest review",
    "PR package arrived, so pretty",
    "Gekregen van @noorderwol, zo mooi! #spon",
    "Kreeg deze gratis in ruil voor een review, super blij",
    "Advertentie: wat een fijne trui",
  ],
  minor: [
    "me and my classmates all want one",
    "turned 11 yesterday, best present ever",
    "from Lotte age 9, I love your books",
    "ik zit in de tweede klas en vind jullie slijm super",
    "mag niet van mijn ouders maar ik vind het zo mooi",
  ],
  grief: [
    "Thank you for the flowers, she would have loved them",
    "Dad would've adored this",
    "Thanks for the funeral wreath",
    "Oma had dit prachtig gevonden",
    "Dank voor het mooie rouwboeket",
  ],
  illness: ["After the biopsy your cake cheered me up", "Na de chemo smaakte alleen jullie soep"],
  promotion: ["Great stuff, check out my shop for more like it", "Mooi! Volg mij terug"],
  competitor: ["Mooi! Wij verkopen ook truien, kijk eens bij ons", "20% cheaper at ours"],
};

test.each(Object.entries(tells).flatMap(([what, lines]) => lines.map((line) => [what, line])))(
  "%s: %s",
  (what, line) => expect(readConcerns(line)).toContain(what),
);

const nobody = [
  "My colleagues loved the cake, thank you so much",
  "Onze collega's waren dol op de taart, dank jullie wel",
  "Heerlijk gegeten met ons hele team, top!",
  "Love working with your wool",
  "Fijn om hier te zijn, altijd gezellig",
  "They gave us free cookies, so sweet",
  "They threw in a free scarf, so kind",
  "Zo lief, ze gaven er een gratis koekje bij",
  "My husband would love this, thank you",
  "Lovely advocaat cake",
  "Done! Finished my scarf with your lovely wool",
  "I love how they took the time for us",
  "I never win anything but I love this",
  "Not a single thing I didn't love",
  "Never going anywhere else again!",
];

test.each(nobody)("plain praise of a customer: %s", (line) => {
  const signals = readText(line);
  expect(signals.concerns.filter((concern) => concern !== "irony")).toEqual([]);
  expect(soundsLikeComplaint(signals)).toBe(false);
  expect(signals.isContest).toBe(false);
});

test.each([
  "Five stars for the driver who threw my vase over the fence",
  "Amazing, the soup came with a free fly",
  "What a wonderful idea to deliver at 6 am on a Sunday",
  "So glad I paid extra for next-day, it only took nine days",
  "Lovely colour, if you like your whites pink",
  "Love paying forty euros for a haircut my toddler could do",
  "Wat een feest, de bezorger heeft mijn vaas over het hek gegooid",
  "Fantastisch dat ik extra betaalde voor morgen in huis, het duurde negen dagen",
  "Heerlijk, om zes uur 's ochtends uit bed gebeld voor een pakje van de buren",
  "Prachtige trui, na één keer dragen vol pluizen",
  "Mooi! Als je graag een uur in de wacht staat",
])("a person reads first what may be irony: %s", (line) => {
  expect(whyReadFirst(readText(line))).not.toEqual([]);
});

test.each([
  "Give me my money back now",
  "You should be ashamed",
  "I'm reporting you to trading standards",
  "Never ordering from you lot again",
  "Not happy, don't recommend",
  "Jullie moeten je schamen",
  "Ik ga hier werk van maken",
  "Ik kan niet zeggen dat ik het lekker vond",
])("blame that opens a case: %s", (line) => {
  expect(soundsLikeComplaint(readText(line))).toBe(true);
});

test.each(["Liked, shared and tagged, hope I win", "Done! Fingers crossed, love your bags"])(
  "takes part in a giveaway: %s",
  (line) => expect(readText(line).isContest).toBe(true),
);

test.each(["Gedaan! Ik hoop dat ik win, prachtige tas", "Gedeeld! Wat een mooie actie"])(
  "doet mee aan een winactie: %s",
  (line) => expect(readText(line).isContest).toBe(true),
);
