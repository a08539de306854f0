import { expect, test } from "vitest";

import type { Context } from "#lib/kernel/context";
import { erasePerson } from "#lib/people/erase-person";
import { findOrCreatePeople } from "#lib/people/find-or-create-people";
import { listMentionable } from "#lib/people/list-mentionable";
import { listPeople } from "#lib/people/list-people";

import { haveWorkspace } from "../support/factories.ts";

async function havePeople(ctx: Context, names: readonly string[]): Promise<string[]> {
  const at = ctx.clock.now();
  const found = names.map((displayName, index) => ({
    remoteId: `did:${index}-${displayName}`,
    handle: `nr${index}.example`,
    displayName,
    firstAt: at,
    lastAt: new Date(at.getTime() + index),
  }));
  const met = await ctx.transact((tx) => findOrCreatePeople(tx, ctx, "practice", found));
  return found.map(({ remoteId }) => met.get(remoteId)?.personId ?? "");
}

async function names(ctx: Context, search: string, over = {}): Promise<string[]> {
  const { people } = await listPeople(ctx, { search, ...over });
  return people.map(({ person }) => person.displayName);
}

test.each([
  ["ZOË ÉLODIE van Dijk", "ZOË ÉLODIE van Dijk"],
  ["ZOË ÉLODIE van Dijk", "zoë élodie"],
  ["ZOË ÉLODIE van Dijk", "Elodie"],
  ["Élodie Ångström", "elodie angstrom"],
  ["Jose\u0301 Nu\u0301n\u0303ez", "José Núñez"],
  ["İpek Işık", "ipek isik"],
  ["Fritz Groß", "GROSS"],
  ["100% wol_en\\garen", "100% wol_en\\garen"],
])("%s is found by %s, in the list and while typing a mention", async (name, search) => {
  const ctx = await haveWorkspace();
  await havePeople(ctx, [name, "Somebody Else"]);
  expect(await names(ctx, search)).toEqual([name]);
  const mentionable = await listMentionable(ctx, { search, networks: ["practice"] });
  expect(mentionable).toMatchObject({ value: [{ displayName: name }] });
});

test("another workspace's people are never found, nor who was erased or is called otherwise now", async () => {
  const [ctx, other] = [await haveWorkspace(), await haveWorkspace()];
  const [personId = ""] = await havePeople(ctx, ["Mara Vermeer"]);
  await havePeople(other, ["Mara Elders"]);
  expect(await names(ctx, "mara")).toEqual(["Mara Vermeer"]);
  await ctx.transact((tx) =>
    findOrCreatePeople(tx, ctx, "practice", [
      {
        remoteId: "did:0-Mara Vermeer",
        handle: "nr0.example",
        displayName: "Maria",
        firstAt: ctx.clock.now(),
        lastAt: ctx.clock.now(),
      },
    ]),
  );
  expect(await names(ctx, "mara")).toEqual([]);
  expect(await names(ctx, "maria")).toEqual(["Maria"]);
  await erasePerson(ctx, { personId });
  expect(await names(ctx, "maria")).toEqual([]);
  expect(await names(other, "mara")).toEqual(["Mara Elders"]);
});

test("what thousands are called is found, too, latest first and page by page", async () => {
  const ctx = await haveWorkspace();
  for (let hundred = 0; hundred < 23; hundred += 1)
    await havePeople(
      ctx,
      Array.from({ length: 100 }, (_, index) => `Jan ${hundred * 100 + index}`),
    );
  expect(await names(ctx, "jan 2299")).toEqual(["Jan 2299"]);
  const first = await listPeople(ctx, { search: "jan", limit: 3 });
  expect(first.people).toHaveLength(3);
  const second = await listPeople(ctx, { search: "jan", limit: 3, after: first.next });
  const ids = [...first.people, ...second.people].map(({ person }) => person.id);
  expect(new Set(ids).size).toBe(6);
}, 60_000);

test("what very many are called is found where none of the latest is called so", async () => {
  const ctx = await haveWorkspace();
  const [at, many] = [ctx.clock.now().getTime(), 1_100];
  const all = Array.from({ length: many + 600 }, (_, index) => ({
    remoteId: `did:${index}`,
    handle: `h${index}`,
    displayName: index < many ? `Jan ${index}` : `Piet ${index}`,
    firstAt: new Date(at),
    lastAt: new Date(at + index),
  }));
  await ctx.transact((tx) => findOrCreatePeople(tx, ctx, "practice", all));
  expect(await names(ctx, "jan", { limit: 2 })).toEqual(["Jan 1099", "Jan 1098"]);
  const first = await listPeople(ctx, { search: "jan", limit: 200 });
  const second = await listPeople(ctx, { search: "jan", limit: 2, after: first.next });
  expect(second.people.map(({ person }) => person.displayName)).toEqual(["Jan 899", "Jan 898"]);
  expect(await names(ctx, "jan piet")).toEqual([]);
});

test("signs without words find nobody", async () => {
  const ctx = await haveWorkspace();
  await havePeople(ctx, ["Mara"]);
  expect(await names(ctx, "%")).toEqual([]);
  expect(await names(ctx, "")).toEqual(["Mara"]);
});
