import { expect, test } from "vitest";

import { boundRuns } from "#lib/engagement/text-signals/bound-runs";
import { readConcerns } from "#lib/engagement/text-signals/concerns";
import { intentOf } from "#lib/engagement/text-signals/intent";
import { isMilestone } from "#lib/engagement/text-signals/milestone";
import { readText } from "#lib/engagement/text-signals/text-signals";

/** Of each class of letters and signs one, as somebody holds down a key; and what patterns begin by. */
const signs = Array.from(
  "aAéÉİıßxXΣσ中ぁกаАאعि❤😍👍🏽1٣½_-'’`\"“”.,!?;:@#/\\(){}<>*&%$€~|^=+\n\t\u00A0\u0301\u200D",
);
const beginnings = `a- A- A' A,_ ,_ _, a? ?_ !_ ._ ?! 9_ A_9_ Mia_9_x_ @a_ @a a@ #a 1st_ xx_ aab isn't_ isn't_it_
  https://a_ https:// worse_ lager_ loser_ wow_ better_ less_ never_ not_so_ nooit_zo_ far_from_ my_
  my_mum_ mijn_ moeder_ oma_er_niet_ verloren_ he_died_ said_goodbye_to_ what_a_treat_ as_always_ only_three_
  alleen_maar_ can't_recommend_ niet_ geen_ zou_ik_ hoe_ what_ is_ vind_je_ from_Mia_ love_Mia,_ I'm_9_ ik_ben_
  op_de_ met_ tag_ dm_ cheaper_ bij_ons_`;
const seeds = [
  ...signs,
  ...beginnings.split(/\s+/).map((beginning) => beginning.replaceAll("_", " ")),
];

const size = 3_000;
const times = 4;
/** The square of the size is 16 times the work for four times the text. */
const mostTimes = 9;
const nothingMs = 25;

test("what somebody repeats without end costs no more than its length", () => {
  for (const seed of seeds.slice(0, 20)) work(seed.repeat(50));
  // A busy machine slows some of them by chance, and not every time.
  const slow = seeds.filter((seed) => [1, 5, 15].every((tries) => !isInProportion(seed, tries)));
  expect(slow).toEqual([]);
});

test("only what nobody says is cut: an address, a sign held down", () => {
  const address = `https://shop.example/${"a-lovely-hat-".repeat(20)}`;
  const said = `Look ${address} — prachtig!!!!!!!!!! ${"ha".repeat(50)} 👩‍👩‍👧‍👦`;
  const bound = boundRuns(said);
  expect(bound).toContain("prachtig!!!!");
  expect(bound).not.toContain("a-lovely-hat-a-lovely-hat-a-lovely-hat-a-lovely");
  expect(bound).toContain("👩‍👩‍👧‍👦");
  const line = `${"Wat een heerlijke winkel, en zo'n aardige eigenaresse... ".repeat(80)}`;
  expect(boundRuns(line)).toBe(line);
});

test("a long review is read to its end", () => {
  const long = "We zijn er geweest en hebben iets gekocht. ".repeat(150);
  expect(readText(`${long} Het was kapot, ik wil mijn geld terug!`)).toMatchObject({
    hasComplaint: true,
  });
  expect(readConcerns(`${long} Voor de begrafenis van mijn moeder.`)).toContain("grief");
});

function isInProportion(seed: string, tries: number): boolean {
  const most = seed.repeat(Math.ceil((size * times) / seed.length)).slice(0, size * times);
  const took = best(tries, () => work(most));
  return took < nothingMs || took < mostTimes * best(tries, () => work(most.slice(0, size)));
}

function work(text: string): void {
  readText(text, "en");
  readText(text, "nl");
  intentOf(text);
  isMilestone(text);
}

function best(tries: number, act: () => void): number {
  const took = Array.from({ length: tries }, () => {
    const begun = performance.now();
    act();
    return performance.now() - begun;
  });
  return Math.min(...took);
}
