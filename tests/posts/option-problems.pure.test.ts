import { expect, test } from "vitest";

import {
  openOptions,
  type OptionValues,
  type PostOption,
  unsaidOf,
  valuesThatCount,
} from "#lib/networks/contract/post-options";
import { optionProblemsOf } from "#lib/posts/option-problems";

const options: readonly PostOption[] = [
  { key: "kind", kind: "choice", choices: ["update", "event"] },
  {
    key: "title",
    kind: "text",
    isRequired: true,
    max: 5,
    when: { key: "kind", is: ["event"] },
  },
  { key: "start", kind: "date", when: { key: "kind", is: ["event"] } },
  { key: "link", kind: "url" },
  { key: "board", kind: "choice", isAsked: true },
  { key: "cover", kind: "flag", for: ["picture", "pictures"] },
];
const words = { text: "Wool", images: [] };
const pictured = { text: "", images: [{ mediaId: "m", alt: "" }] };

test.each<[string, OptionValues, string[]]>([
  ["nothing chosen", {}, []],
  ["a known choice", { kind: "update" }, []],
  ["an unknown choice", { kind: "offer" }, ["post-option-not-offered kind 5/0"]],
  ["a choice of the account's own", { board: "4711" }, []],
  ["what is needed there, missing", { kind: "event" }, ["post-option-missing title 0/5"]],
  ["blank where it is needed", { kind: "event", title: "  " }, ["post-option-missing title 0/5"]],
  ["five signs of two units each", { kind: "event", title: "🧶🧶🧶🧶🧶" }, []],
  ["too long", { kind: "event", title: "Wool!!" }, ["post-option-too-long title 6/5"]],
  ["of another kind of post: not sent, so not judged", { title: "Much too long" }, []],
  ["a day", { kind: "event", title: "Wool", start: "2028-02-29" }, []],
  ["a day and a time", { kind: "event", title: "Wool", start: "2026-12-24T10:30" }, []],
  [
    "no day of the calendar",
    { kind: "event", title: "Wool", start: "2026-02-29" },
    ["post-option-no-date start 10/0"],
  ],
  [
    "no time of the clock",
    { kind: "event", title: "Wool", start: "2026-02-28T25:00" },
    ["post-option-no-date start 16/0"],
  ],
  ["an address", { link: "https://wol.example/sjaals?van=wij" }, []],
  ["no address", { link: "wol.example" }, ["post-option-no-address link 11/0"]],
  ["an address of code", { link: "javascript:alert(1)" }, ["post-option-no-address link 19/0"]],
  ["a flag as a word", { cover: "yes" }, []],
  ["a word as a flag", { link: true }, ["post-option-not-offered link 0/0"]],
])("%s", (_name, values, expected) => {
  const found = optionProblemsOf(options, values, words);
  expect(found.map(({ kind, option, used, max }) => `${kind} ${option} ${used}/${max}`)).toEqual(
    expected,
  );
});

test("an option for pictures is there with the first of them", () => {
  expect(openOptions(options, {}, words).map(({ key }) => key)).not.toContain("cover");
  expect(openOptions(options, {}, pictured).map(({ key }) => key)).toContain("cover");
  expect(optionProblemsOf(options, { cover: "yes" }, pictured)).toMatchObject([
    { kind: "post-option-not-offered", option: "cover" },
  ]);
});

test("what the post has no option for is not sent", () => {
  const values = {
    kind: "update",
    title: "Wool",
    cover: true,
    other: "x",
    __proto__x: "y",
  } as const;
  expect(valuesThatCount(options, values, words)).toEqual({ kind: "update" });
  expect(valuesThatCount(options, { ...values, kind: "event" }, pictured)).toEqual({
    kind: "event",
    title: "Wool",
    cover: true,
  });
});

test("of how a post was made, that is left to the words which the network has no field for", () => {
  const said = { ai: "assisted", isPaid: true } as const;
  expect(unsaidOf(said)).toEqual(said);
  expect(unsaidOf(said, { ai: ["generated"], isPaid: true })).toEqual({ ai: "assisted" });
  expect(unsaidOf({}, {})).toEqual({});
});
