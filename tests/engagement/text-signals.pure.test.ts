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
  ["Helemaal niet slecht", "nl", "neutral"],
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

test("sure of much feeling, unsure of little, and of mixed ones", () => {
  const strong = readText("I love it, it is perfect and beautiful").confidence;
  expect(strong).toBeGreaterThan(0.8);
  expect(readText("nice").confidence).toBeLessThan(0.5);
  expect(
    readText("Great colour, terrible quality, I love it but it broke").confidence,
  ).toBeLessThan(strong);
});
