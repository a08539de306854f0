import { expect, test } from "vitest";

import { readText } from "#lib/engagement/text-signals/text-signals";

test.each([
  ["I love this hat, it is so warm!", "en", "positive"],
  ["Not good at all.", "en", "negative"],
  ["This is not bad", "en", "neutral"],
  ["I don't think it's great", "en", "negative"],
  ["Terrible service, my scarf fell apart after a day", "en", "negative"],
  ["The workshop opens at nine on Monday", "en", "neutral"],
  ["Can't wait for the new colours", "en", "positive"],
  ["😍😍", undefined, "positive"],
  ["😡", undefined, "negative"],
  ["Wat een prachtige sjaal, dank je wel!", "nl", "positive"],
  ["De muts is niet mooi", "nl", "negative"],
  ["Helemaal niet slecht", "nl", "positive"],
  ["Erg teleurgesteld, de trui is nog steeds niet aangekomen", "nl", "negative"],
  ["De winkel gaat maandag om negen uur open", "nl", "neutral"],
  ["Prachtig", "nl", "positive"],
  ["Belachelijk lange wachttijd, waardeloos", "nl", "negative"],
  ["Lekker warm!", "nl", "positive"],
])("%s", (text, language, sentiment) => {
  expect(readText(text)).toMatchObject({ language, sentiment });
});

test.each([
  ["Thank you so much for the kind note", "gratitude"],
  ["Bedankt voor de snelle hulp", "gratitude"],
  ["I am so disappointed", "disappointment"],
  ["Wat een schandalige oplichting, ik ben woedend", "anger"],
  ["Wow, amazing!", "enthusiasm"],
  ["Waar is de winkel?", "question"],
  ["So happy with it 😊", "joy"],
])("%s shows %s", (text, emotion) => {
  expect(readText(text).emotion).toBe(emotion);
});

test.each([
  ["How much is the blue one?", true, true],
  ["how much does it cost", true, true],
  ["Do you have this in size M?", true, true],
  ["Is it in stock?", true, true],
  ["Where do you find your wool?", true, false],
  ["Wat kost de blauwe?", true, true],
  ["hoeveel kost deze", true, true],
  ["Hebben jullie deze ook in maat L?", true, true],
  ["Komt hij weer op voorraad?", true, true],
  ["Hoe lang doen jullie over een trui?", true, false],
  ["How beautiful is this?!", false, false],
  ["See https://example.org/?page=2 for more", false, false],
  ["The price is right", false, false],
  ["Wat een mooie kleur!", false, false],
  ["Wat een mooie kleur 😍", false, false],
  ["What a lovely colour", false, false],
  ["Hoe mooi, die kleuren! 😍", false, false],
  ["wat kost die mooie kleur", true, true],
  ["Wat een mooie kleur! Wat kost hij?", true, true],
])("%s", (text, isQuestion, isPriceQuestion) => {
  expect(readText(text)).toMatchObject({ isQuestion, isPriceQuestion });
});

test.each([
  ["Just bought my second one", "hasPurchase"],
  ["Eindelijk besteld!", "hasPurchase"],
  ["Still waiting for my order, no reply from you", "hasComplaint"],
  ["De rits is kapot en ik krijg geen reactie", "hasComplaint"],
  ["Done! I hope to win 🤞", "isContest"],
  ["Ik doe mee met de winactie", "isContest"],
  ["@anna @bert @carla", "isContest"],
] as const)("%s: %s", (text, cue) => {
  expect(readText(text)[cue]).toBe(true);
});

test.each([
  ["Couldn't be happier", "positive"],
  ["I could not have hoped for a quicker repair", "positive"],
  ["It doesn't get any nicer than this", "positive"],
  ["You could not have been ruder", "negative"],
  ["Kan niet blijer zijn met de badkamer", "positive"],
  ["Nog nooit zo lekker gegeten", "positive"],
  ["Nog nooit zo slecht geholpen", "negative"],
  ["It is far from perfect", "negative"],
  ["Anything but friendly", "negative"],
  ["Verre van perfect", "negative"],
  ["Allesbehalve netjes", "negative"],
  ["Could have been better", "negative"],
  ["Had beter gekund", "negative"],
  ["Should have been way better", "negative"],
  ["It could not have been better", "positive"],
])("%s is %s, for all its words", (text, sentiment) => {
  expect(readText(text).sentiment).toBe(sentiment);
});

test.each([
  "Great, third broken scarf, thanks",
  "Top hoor, na drie weken nog steeds niets",
  "Wonderful, another parcel that never came",
  "Finally! Only took you four emails. Brilliant.",
  "Lekker dan, alweer een lekke band. Bedankt",
  "Heerlijk, koude friet en een uur wachten",
  "Lovely hat, but it fell apart",
  "Super hoor, pakketje ligt bij de buren van drie straten verder",
  "Attent hoor, zo'n doos zonder deksel",
])("%s is no praise before somebody has read it", (text) => {
  const { sentiment, concerns } = readText(text);
  expect(sentiment).not.toBe("positive");
  expect(sentiment === "negative" || concerns.includes("irony")).toBe(true);
});

test.each([
  ["Sehr enttäuscht, Ware kaputt", "other"],
  ["Très belle boutique, merci", "other"],
  ["Wy wiene hjir al earder, hiel moai", "other"],
  ["Baie mooi gemaak, ons is bly", "other"],
  ["¡Qué rico todo!", "other"],
  ["とても美味しい", "other"],
  ["😍😍😍", undefined],
  ["42", undefined],
  ["https://example.org @anna #trui", "nl"],
])("%s is in %s", (text, language) => {
  expect(readText(text).language).toBe(text.includes("#") ? readText("trui").language : language);
});

test.each([
  "Heb ze allebei teruggestuurd",
  "Krijg hem niet meer dicht",
  "Heb het gisteren besteld",
])("%s leaves its “ik” out, and asks nothing", (text) => {
  expect(readText(text).isQuestion).toBe(false);
});

test("nothing is read in a language that nobody here reads", () => {
  expect(readText("Sehr enttäuscht, Ware kaputt, nie wieder 😡")).toMatchObject({
    sentiment: "neutral",
    confidence: 0,
    isQuestion: false,
  });
});

test.each([
  ["Kan ik hem ruilen", "support"],
  ["can i still return these", "support"],
  ["do you ship to norway", "price"],
  ["Weet iemand of ze honden toelaten", "information"],
  ["I was wondering whether you teach adults", "information"],
])("%s asks (%s) without a mark", (text, questionKind) => {
  expect(readText(text)).toMatchObject({ isQuestion: true, questionKind });
});

test.each([
  "Isn't it lovely?",
  "Wat een feest was dat, hè?",
  "Great show, wasn't it?",
  "Mooi geworden, vind je niet?",
  "Who doesn't love a free biscuit?",
])("%s asks for nothing", (text) => {
  expect(readText(text).isQuestion).toBe(false);
});

test.each([
  ["I'm 11 and I love your slime kits!", "minor"],
  ["ik ben 10 jaar en dit is mijn lievelingsboek", "minor"],
  ["After my chemo your tea was the only thing I could drink", "illness"],
  ["Jullie bloemen stonden op de begrafenis van mijn vader", "grief"],
  ["We lost our dog last week, the portrait means the world", "grief"],
  ["DM us to promote your work", "promotion"],
  ["Bij ons 20% goedkoper!", "competitor"],
  ["Same scarf, 20% cheaper at our shop", "competitor"],
])("%s: %s", (text, concern) => {
  expect(readText(text).concerns).toContain(concern);
});

test.each([
  "I am 10 minutes away",
  "I've been a customer for 12 years",
  "Ik ben 8 uur onderweg geweest",
  "The cake was sick, best day ever",
  "We ordered 10 of them",
  "ik ben om 9 uur bij jullie",
])("%s worries nobody", (text) => {
  expect(readText(text).concerns.filter((concern) => concern !== "irony")).toEqual([]);
});

test("sure of much feeling, unsure of little, and of mixed ones", () => {
  const strong = readText("I love it, it is perfect and beautiful").confidence;
  expect(strong).toBeGreaterThan(0.8);
  expect(readText("nice").confidence).toBeLessThan(0.5);
  expect(
    readText("Great colour, terrible quality, I love it but it broke").confidence,
  ).toBeLessThan(strong);
});
