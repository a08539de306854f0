import { expect, test } from "vitest";

import { stateLabel } from "#lib/cli/state-label";

import { testRuntime } from "../support/context.ts";
import { runShoutloop } from "./run-shoutloop.ts";

test.each([
  [["frobnicate"], "There is no command “frobnicate”", "Er is geen opdracht “frobnicate”"],
  [["status", "--bogus"], "There is no option --bogus", "De optie --bogus is er hier niet"],
  [["post", "show"], "id is missing", "id ontbreekt"],
  [["post", "schedule"], "--account <id or handle> is missing", "ontbreekt"],
  [["people", "--limit"], "--limit <number> needs something", "Achter --limit <number>"],
])("%j is answered in the language that was asked for", async (args, english, dutch) => {
  const runtime = await testRuntime();
  for (const [lang, sentence] of [
    ["en", english],
    ["nl", dutch],
  ]) {
    const said = await runShoutloop(runtime, ["--lang", String(lang), ...args]);
    expect(said.code).not.toBe(0);
    expect(said.err).toContain(sentence);
    expect(said.err).not.toContain("error:");
  }
});

test("what is not there is said in that language, too", async () => {
  const runtime = await testRuntime();
  const owner = "user create --email ada@example.org --name Ada --workspace-name Wol --password";
  await runShoutloop(runtime, [...owner.split(" "), "correct horse battery"]);
  const dutch = await runShoutloop(runtime, ["--lang", "nl", "post", "show", "nope"]);
  expect(dutch.err).toBe("Deze werkruimte heeft geen bericht nope.");
  const limit = await runShoutloop(runtime, ["--lang", "nl", "touchpoints", "--limit", "0"]);
  expect(limit.err).toBe("limit kan zo niet gebruikt worden: minstens 1 is nodig.");
});

test("states are spelled one way", () => {
  expect(stateLabel("needs_person")).toBe("needs-person");
});
