import { expect, test } from "vitest";

import { handReasonOf, readReason, writtenReason } from "#lib/networks/contract/tool-rules";
import { toolRules } from "#lib/networks/x/tool-rules";

const us = { handle: "Noorderwol" };
const answering = (parent: { id: string; by?: string; isSummons?: boolean }) =>
  toolRules(us, { root: parent, parent });
const toAnna = (isSummons: boolean) => answering({ id: "1", by: "Anna_Knits", isSummons });

test.each([
  ["an ordinary post", "Our new shawl, mail us at wool@noorderwol.nl", toolRules(us, undefined)],
  ["our own name, however written", "We are @NOORDERWOL", toolRules(us, undefined)],
  ["an answer to who named us, by name", "Thank you, @anna_knits", toAnna(true)],
  ["the next part of our thread", "And more", answering({ id: "1" })],
  ["one cashtag, and an amount", "$WOOL for $5", toolRules(us, undefined)],
])("a tool may send %s", (_what, text, rules) => {
  expect(handReasonOf(text, rules)).toBeUndefined();
});

test.each([
  ["an answer to who did not ask", "Thank you", toAnna(false), "answers-only-who-asked"],
  [
    "a name out of the blue",
    "Hi @Anna_Knits!",
    toolRules(us, undefined),
    "names-first @anna_knits",
  ],
  ["somebody else in an answer", "See @bram", toAnna(true), "names-first @bram"],
  ["a name under our own post", "See @bram", answering({ id: "1" }), "names-first @bram"],
  ["two cashtags", "$WOOL and $YARN", toolRules(us, undefined), "one-cashtag"],
])("only a person may send %s", (_what, text, rules, expected) => {
  const reason = handReasonOf(text, rules);
  if (!reason) throw new Error("A tool may.");
  expect(writtenReason(reason)).toBe(expected);
  expect(readReason(expected)).toEqual(reason);
});

test("what the network says in its own words is no reason of ours", () => {
  expect(readReason("You may not mention @anna.")).toBeUndefined();
  expect(readReason(null)).toBeUndefined();
});
