import { expect, test } from "vitest";

import { listMentionable } from "#lib/people/list-mentionable";

import { haveWorkspace } from "../support/factories.ts";
import { havePerson } from "../support/have-person.ts";

const onPractice = { networks: ["practice"] };

test("finds people by the beginning of their handle or of a word of their name, the latest about first", async () => {
  const ctx = await haveWorkspace();
  await havePerson(ctx, { name: "mara", network: "practice" });
  ctx.clock.pass({ hours: 1 });
  await havePerson(ctx, { name: "Joost Maaskant", network: "practice" });
  await havePerson(ctx, { name: "emma", network: "practice" });

  const found = await listMentionable(ctx, { search: "ma", ...onPractice });

  expect(found).toMatchObject({
    value: [
      { displayName: "Joost Maaskant" },
      { displayName: "mara", handle: "mara.example", mention: "@mara.example" },
    ],
  });
});

test("only people of the networks that the post is for, and of networks where they may be named", async () => {
  const ctx = await haveWorkspace();
  await havePerson(ctx, { name: "mara", network: "practice" });
  for (const networks of [["bluesky"], ["nowhere"], []])
    expect(await listMentionable(ctx, { search: "", networks })).toEqual({ ok: true, value: [] });
});

test("a sign of the pattern language is a letter like any other", async () => {
  const ctx = await haveWorkspace();
  await havePerson(ctx, { name: "mara", network: "practice" });
  for (const search of ["%", "_ara", "\\"])
    expect(await listMentionable(ctx, { search, ...onPractice })).toMatchObject({ value: [] });
});

test("another workspace's people stay there", async () => {
  const ctx = await haveWorkspace();
  await havePerson(ctx, { name: "mara", network: "practice" });
  const elsewhere = { ...ctx, workspaceId: "workspace-2" };
  expect(await listMentionable(elsewhere, { search: "ma", ...onPractice })).toMatchObject({
    value: [],
  });
});
