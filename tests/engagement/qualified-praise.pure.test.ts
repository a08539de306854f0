import { expect, test } from "vitest";

import { languageOf } from "#lib/engagement/text-signals/language";
import { soundsLikeComplaint, whyReadFirst } from "#lib/engagement/text-signals/read-first";
import { readText } from "#lib/engagement/text-signals/text-signals";

test.each([
  "Dat kan echt niet beter",
  "Kan gewoon niet mooier",
  "Er is geen fijnere plek om te lezen",
  "Helemaal niet verkeerd, die nieuwe koffie",
  "Lang niet slecht voor een eerste keer",
  "Geen moment verveeld, wat een avond",
  "Belachelijk lekker, die ramen",
  "Not bad at all!",
  "Not half bad, this sourdough",
  "You could do a lot worse than this little shop",
  "It can't possibly be better",
  "Can't get better than this",
  "Never a dull lesson with Tom",
  "Insanely good ramen",
  "Dangerously good brownies",
  "They absolutely nailed it",
])("praise by what it denies, or by a fierce word: %s", (line) => {
  expect(readText(line).sentiment).toBe("positive");
});

test.each([
  "Perfect fit, for a doll",
  "Great tent, for people who like swimming",
  "Delicious bread. As a doorstop",
  "Smells divine, like a wet dog",
  "Fantastic speed, by glacier standards",
  "Gorgeous from a distance",
  "Beautiful photos. Of somebody else",
  "Works great as long as you don't switch it on",
  "Perfecte pasvorm, voor een pop",
  "Heerlijk brood, als deurstopper",
  "Super zacht, tot je hem wast",
  "Van een afstandje prachtig",
  "Perfect gebakken, aan één kant",
  "Prachtige foto's. Van iemand anders",
])("what comes after it leaves little of the praise: %s", (line) => {
  expect(readText(line).concerns).toContain("irony");
});

test.each([
  "Great haircut for the whole family",
  "Perfect for a rainy afternoon",
  "Lovely shop, for young and old",
  "Great value, for a fair price",
  "Fits like a glove",
  "Prachtige winkel, voor jong en oud",
  "Goede kwaliteit, voor een eerlijke prijs",
])("praise that says whom it is for is praise: %s", (line) => {
  expect(readText(line).concerns).not.toContain("irony");
});

test.each([
  "I really wanted to love it",
  "Hope it is as good as it looks",
  "It would be great if you opened on Sundays",
  "Would be perfect with a lid",
  "Everyone says it's amazing",
  "Used to be my favourite bakery",
  "I'd love one for my birthday",
  "Ik wilde het zo graag mooi vinden",
  "Hoop dat het net zo lekker is als het eruitziet",
  "Het zou fijn zijn als jullie op zondag open waren",
  "Met een deksel zou hij perfect zijn",
  "Iedereen zegt dat het geweldig is",
  "Was vroeger mijn favoriete bakker",
])("what is wished, hoped, remembered or heard is no praise: %s", (line) => {
  expect(readText(line).sentiment).not.toBe("positive");
});

test.each([
  "Brilliant idea to put the toilets behind the stage",
  "Love how my plant arrived pre-dried",
  "Echt geweldig, die stagiair die mijn haar groen verfde",
  "Love it! Do you have it in green?",
  "Mooi! Hebben jullie hem ook in groen?",
])("praise beside much more, or a question, is read first: %s", (line) => {
  expect(whyReadFirst(readText(line))).not.toEqual([]);
});

test.each([
  "It isn't the best cake I've had",
  "It's no masterpiece",
  "I wouldn't call it amazing",
  "Hardly the friendliest staff in town",
  "Could be better",
  "Ik zou het niet geweldig noemen",
  "Het is niet de beste pizza die ik ooit at",
  "Niet meer zo lekker als eerst",
])("faint praise opens no case, and is none: %s", (line) => {
  const signals = readText(line);
  expect(soundsLikeComplaint(signals)).toBe(false);
  expect(signals.sentiment).not.toBe("positive");
});

test.each(["It couldn't be worse", "Could not be less helpful", "Kan niet erger"])(
  "what could not be worse opens one: %s",
  (line) => expect(soundsLikeComplaint(readText(line))).toBe(true),
);

test.each([
  ["The café's crème brûlée was lovely, naïve me", "en"],
  ["The Zoë dress fits like a glove, merci beaucoup!", "en"],
  ["The piñata was a huge hit with the kids", "en"],
  ["Stupidly comfortable sofa", "en"],
  ["Lightning fast delivery, by glacier standards", "en"],
  ["Heerlijke soufflé gegeten bij jullie café, dank", "nl"],
  ["is de paté glutenvrij", "nl"],
  ["La crème brûlée était délicieuse, merci", "other"],
  ["Super accueil et excellent service", "other"],
  ["Bästa fikat i stan, helt underbart", "other"],
] as const)("loanwords and accents tell no language by themselves: %s", (line, language) => {
  expect(languageOf(line)).toBe(language);
});
