import { writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "vitest";

import { runEventHandlers } from "#lib/event-handlers";

import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";
import { runShoutloop } from "./run-shoutloop.ts";

test("sentences are told, tried out, taken as they were told, and refused in words", async () => {
  const ctx = await haveWorkspace();
  fakeNetwork();
  await haveAccount(ctx);
  const { personId } = await havePerson(ctx);
  await haveTouchpoint(ctx, personId, { stars: 5 });
  await runEventHandlers(ctx);
  const folder = await mkdtemp(join(tmpdir(), "shoutloop-sentences-"));
  const run = async (...args: string[]) => runShoutloop(ctx, [...args, "--json"], { folder });
  const file = (content: unknown) =>
    writeFileSync(join(folder, "own.json"), JSON.stringify(content));

  const own = [{ kind: "first-review", language: "en", text: "{name}, thank you for {act}" }];
  file({ tone: "plain", own });
  const preview = (await run("sentences", "preview", "own.json")).json();
  expect(preview).toMatchObject([
    { person: { name: "mara" }, text: expect.stringContaining("thank you for your review") },
  ]);
  expect((await run("sentences")).json()).toMatchObject({ tone: "mixed", own: [] });

  const taken = (await run("sentences", "set", "own.json")).json();
  expect(taken).toMatchObject({ tone: "plain", own: [{ key: expect.any(String), ...own[0] }] });
  file(taken);
  expect((await run("sentences", "set", "own.json")).json()).toEqual(taken);

  const listed = (await run("shout-outs")).json() as { suggested: { id: string }[] };
  const id = listed.suggested[0]?.id ?? "";
  expect((await run("shout-outs", "draft", id)).json()).toMatchObject({
    id,
    text: expect.stringContaining("thank you for your review"),
    wordings: [{}, { key: "warm" }, { key: "plain" }, { key: "playful" }],
  });
  const playful = (await run("shout-outs", "draft", id, "--tone", "playful")).json();
  expect(playful).toMatchObject({ wording: "playful" });
  expect(await run("shout-outs", "draft", id, "--tone", "loud")).toMatchObject({
    code: 1,
    err: expect.stringContaining("playful"),
  });

  file({ tone: "plain", own: [{ kind: "any", language: "en", text: "{naam}, thanks" }] });
  expect(await run("sentences", "set", "own.json")).toMatchObject({
    code: 1,
    err: expect.stringContaining("{naam}"),
  });
});
