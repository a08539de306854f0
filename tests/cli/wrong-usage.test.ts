import { expect, test } from "vitest";

import { stateLabel } from "#lib/cli/state-label";

import { testRuntime } from "../support/context.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { putUp } from "../support/test-networks.ts";
import { runShoutloop } from "./run-shoutloop.ts";
import { twoWorkspaces } from "./two-workspaces.ts";

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

test("a name is named plainly to a script, and taken as it was copied from a table", async () => {
  const { run, ours } = await twoWorkspaces();
  putUp(fakeNetwork().connector);
  await haveAccount(ours);
  const post = ["post", "draft", "--text", "Wol", "--stage", "awareness", "--account"];
  const copied = await run([...post, "\u2068ada.example\u2069", "--json"]);
  expect(copied.err).toBe("");
  const refused = await run([...post, "שרה", "--json"]);
  const { refusal, message } = JSON.parse(refused.err) as { refusal: string; message: string };
  expect(refusal).toBe("unknown-account");
  expect(message).toContain("שרה");
  expect(message).not.toMatch(/[\u2066-\u2069]/u);
  expect((await run([...post, "שרה"])).err).toContain("\u2068שרה\u2069");
});

test("what a stranger typed turns no terminal around, nor moves its cursor", async () => {
  const runtime = await testRuntime();
  const asked = ["frob\u001B[2J\u202Enicate"];
  for (const args of [asked, [...asked, "--json"]]) {
    const { err } = await runShoutloop(runtime, args);
    expect(err).toContain("frob");
    expect(["\u001B", "\u202E"].filter((sign) => err.includes(sign))).toEqual([]);
  }
});

test("states are spelled one way", () => {
  expect(stateLabel("needs_person")).toBe("needs-person");
});
