import { expect, test } from "vitest";

import { inFileName, inSource, wordsOf } from "./vocabulary-scan.ts";
import { oldWords } from "./vocabulary-words.ts";

test.each([
  ["a constant", "const heldUntil = 1;"],
  ["a function", "function openDoor() {}"],
  ["a type", "interface CollectorSeat {}"],
  ["a property of a type", "interface Delivery { toldAt: Date | null }"],
  ["a property that is read", "use(account.heldUntil);"],
  ["a private field", "class Worker { #seat = 1; }"],
  ["a name that is imported", 'import { processPlace } from "./host.ts";'],
  ["a name inside a text with names", "use(`at ${desk.place}`);"],
  ["a component", "const page = () => <Desk />;"],
])("an old word is seen as %s", (_what, source) => {
  expect(inSource("lib/a.tsx", source, oldWords)).not.toEqual([]);
});

test.each([
  ["a text", 'use("the door, the desk and the seat");'],
  ["a comment", "// Whoever has the seat.\nuse(1);"],
  ["words on a page", "const page = () => <p className='seat'>A seat.</p>;"],
  ["a part of another word", "const [seated, doorbell, restored] = [1, 2, 3];"],
])("an old word may stand in %s", (_what, source) => {
  expect(inSource("lib/a.tsx", source, oldWords)).toEqual([]);
});

test("an old word is seen as the key of a text, and not in the text", () => {
  const texts = '{ "door": { "heldUntil": "The door." }, "fine": "Take a seat." }';
  const names = inSource("lib/i18n/messages/en/a.json", texts, oldWords).map(({ name }) => name);
  expect(names).toEqual(["door", "heldUntil"]);
});

test("an old word is seen in a file's name, as a part of it or as the whole", () => {
  const seen = (path: string) => inFileName(path, oldWords).length > 0;
  expect(seen("lib/accounts/door.ts")).toBe(true);
  expect(seen("lib/publisher/look-back.ts")).toBe(true);
  expect(seen("tests/publisher/process-place.pure.test.ts")).toBe(true);
  expect(seen("lib/journey/past.ts")).toBe(true);
  expect(seen("lib/journey/past-posts.ts")).toBe(false);
  expect(seen("lib/accounts/connector-context.ts")).toBe(false);
});

test("where a word is meant in one place only, it is free elsewhere", () => {
  const source = "interface Place {}";
  expect(inSource("lib/networks/bluesky/collect.ts", source, oldWords)).not.toEqual([]);
  expect(inSource("tests/journey/world.ts", source, oldWords)).toEqual([]);
});

test("a word that says nothing as the name of a limit may count in a function", () => {
  expect(inSource("lib/a.ts", "const most = 500;\nuse(most);", oldWords)).not.toEqual([]);
  expect(inSource("lib/a.ts", "function f() { const most = max(a); }", oldWords)).toEqual([]);
});

test("what is seen says where it is and which word to use", () => {
  expect(inSource("lib/a.ts", "use(1);\nuse(heldUntil);", oldWords)).toEqual([
    { where: "lib/a.ts:2", name: "heldUntil", becomes: "rate limited until" },
  ]);
});

test.each([
  ["markHeld", ["mark", "held"]],
  ["HTTPDoor", ["http", "door"]],
  ["look-back", ["look", "back"]],
  ["mostPerHour2", ["most", "per", "hour2"]],
])("%s is these words", (name, words) => {
  expect(wordsOf(name)).toEqual(words);
});
