import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { isPostgres } from "#lib/db/dialect";
import { deliveries } from "#lib/deliveries/schema";
import { systemContext, type Context } from "#lib/kernel/context";
import { erasePerson } from "#lib/people/erase-person";
import { findOrCreatePeople } from "#lib/people/find-or-create-people";
import { listErased } from "#lib/people/list-erased";
import { persons } from "#lib/people/schema";
import { posts } from "#lib/posts/schema";
import { safeModes } from "#lib/recovery/schema";
import { workspaces } from "#lib/workspaces/schema";

import { tablesWith } from "../people/fill-tables.ts";
import { addWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveTouchpoint } from "../support/have-person.ts";
import { haveScheduled } from "../support/have-post.ts";
import { aPlace, type APlace } from "./a-place.ts";

describe.skipIf(isPostgres)("an older copy that is put back", () => {
  test("does not bring back who was erased since, and says so", async () => {
    const place = aPlace();
    const { mara, jo } = await inside(place, async (ctx) => {
      const met = { mara: await meet(ctx, "mara"), jo: await meet(ctx, "jo") };
      await haveTouchpoint(ctx, met.mara, { text: "fluffiest of hats" });
      return met;
    });
    await place.run("backup", "good.db");
    await inside(place, (ctx) => erasePerson(ctx, { personId: mara }));

    const said = await place.run("restore", "good.db");
    expect(said.code).toBe(0);
    expect(said.out).toContain("1 person who was erased since is erased in it again.");
    await inside(place, async (ctx) => {
      expect(await tablesWith(ctx, ["mara", "fluffiest"])).toEqual([]);
      expect(await peopleOf(ctx)).toEqual([jo]);
      // The safe mode begins where the copy ends, not where the erasures were.
      const [mode] = await ctx.db.select().from(safeModes);
      expect(mode!.since.getTime()).toBeLessThan(mode!.enteredAt.getTime());
      const erased = await listErased(ctx.db, ctx, "fake", ["did:mara", "did:jo"]);
      expect([...erased.keys()]).toEqual(["did:mara"]);
    });

    const again = await place.run("restore", "good.db", "--json");
    expect(again.json()).toMatchObject({ erasures: { source: "read", people: 1, posts: 0 } });
  });

  test("nothing of an erased person is left in the bytes of the file, or of a backup of it", async () => {
    const place = aPlace();
    const mara = await inside(place, async (ctx) => {
      const personId = await meet(ctx, "mara");
      for (let day = 10; day < 28; day += 1) {
        const text = "fluffiest of hats ".repeat(day * 9);
        await haveTouchpoint(ctx, personId, { text, at: `2026-02-${day}T10:00` });
      }
      return personId;
    });
    expect(readFileSync(place.env.databaseUrl, "latin1")).toMatch(/fluffiest|mara.example/);
    await inside(place, (ctx) => erasePerson(ctx, { personId: mara }));
    await place.run("backup", "good.db");
    for (const file of [place.env.databaseUrl, join(place.folder, "good.db")])
      expect(readFileSync(file, "latin1")).not.toMatch(/fluffiest|mara\.example/);
  });

  test("keeps whoever came back after they were erased, and erases them where it was asked again", async () => {
    const place = aPlace();
    await inside(place, async (ctx) => {
      await erasePerson(ctx, { personId: await meet(ctx, "mara") });
      await meet(ctx, "mara");
    });
    await place.run("backup", "good.db");
    const kept = (await place.run("restore", "good.db", "--json")).json();
    expect(kept).toMatchObject({ erasures: { people: 0 } });
    expect((await place.run("restore", "good.db")).out).toContain("Nobody was erased since");
    await inside(place, async (ctx) => {
      const [personId] = await peopleOf(ctx);
      await erasePerson(ctx, { personId: personId! });
    });
    const said = (await place.run("restore", "good.db", "--json")).json();
    expect(said).toMatchObject({ erasures: { people: 1 } });
    await inside(place, async (ctx) => expect(await peopleOf(ctx)).toEqual([]));
  });

  test("takes a post that names them off the calendar, before anything is sent", async () => {
    const place = aPlace();
    const { mara, postId } = await inside(place, async (ctx) => {
      fakeNetwork();
      const account = await haveAccount(ctx);
      const mara = await meet(ctx, "mara");
      const texts = ["Thank you, @mara.example"];
      const content = { accountIds: [account.id], texts, at: "2100-01-05T09:00" };
      return { mara, postId: (await haveScheduled(ctx, content)).postId };
    });
    await place.run("backup", "good.db");
    await inside(place, async (ctx) => {
      await ctx.transact((tx) => tx.update(deliveries).set({ state: "cancelled" }));
      expect(await erasePerson(ctx, { personId: mara })).toMatchObject({ ok: true });
    });
    const said = await place.run("restore", "good.db");
    expect(said.out).toContain("1 planned post that thanked or named them is off the calendar");
    await inside(place, async (ctx) => {
      expect(await ctx.db.select().from(posts).where(eq(posts.id, postId))).toMatchObject([
        { state: "draft", parts: [{ text: "Thank you, …" }] },
      ]);
      expect(await ctx.db.select().from(deliveries)).toMatchObject([
        { state: "cancelled", snapshot: { text: "Thank you, …" } },
      ]);
    });
  });

  test("that came with another key is known by the history", async () => {
    const place = aPlace();
    const mara = await inside(place, (ctx) => meet(ctx, "mara"));
    await place.run("backup", "good.db", "--with-secret");
    await inside(place, (ctx) => erasePerson(ctx, { personId: mara }));
    writeFileSync(join(place.folder, "secret"), "another key of thirty-two characters or more\n");
    await place.run("restore", "good.db");
    await inside(place, async (ctx) => {
      expect(await peopleOf(ctx)).toEqual([]);
      const erased = await listErased(ctx.db, ctx, "fake", ["did:mara"]);
      expect([...erased.keys()]).toEqual(["did:mara"]);
    });
  });

  test.each([
    ["nothing", (file: string) => rmSync(file), "There was no database here"],
    ["garbage", (file: string) => writeFileSync(file, "garbage".repeat(999)), "is damaged and"],
    ["an empty file", (file: string) => writeFileSync(file, ""), "There was no database here"],
  ])("over %s says that nobody can tell who was erased", async (_what, make, sentence) => {
    const place = aPlace();
    await place.run("backup", "good.db");
    make(place.env.databaseUrl);
    const said = await place.run("restore", "good.db");
    expect(said.code).toBe(0);
    expect(said.out).toContain(sentence);
    expect(said.out).toContain("erase them again");
  });

  test("over a damaged one erases whoever can be read, and says that it may not be all", async () => {
    const place = aPlace();
    const mara = await inside(place, (ctx) => meet(ctx, "mara"));
    await place.run("backup", "good.db");
    await inside(place, async (ctx) => {
      await erasePerson(ctx, { personId: mara });
      // Of no matter here, and last in the file.
      await ctx.transact((tx) => tx.update(workspaces).set({ name: "w".repeat(300_000) }));
    });
    const file = place.env.databaseUrl;
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xa5, bytes.length - 8_192));
    const said = (await place.run("restore", "good.db", "--json")).json();
    expect(said).toMatchObject({ erasures: { source: "damaged" } });
    await inside(place, async (ctx) => expect(await peopleOf(ctx)).toEqual([]));
  });
});

async function inside<Value>(
  place: APlace,
  work: (ctx: Context) => Promise<Value>,
): Promise<Value> {
  const runtime = await place.open();
  const ctx = systemContext(runtime, "w");
  try {
    if ((await ctx.db.$count(workspaces)) === 0) await addWorkspace(ctx);
    return await work(ctx);
  } finally {
    await runtime.close();
  }
}

async function meet(ctx: Context, name: string): Promise<string> {
  const at = ctx.clock.now();
  const found = {
    remoteId: `did:${name}`,
    handle: `${name}.example`,
    displayName: name,
    firstAt: at,
    lastAt: at,
  };
  const met = await ctx.transact((tx) => findOrCreatePeople(tx, ctx, "fake", [found]));
  return met.get(found.remoteId)!.personId;
}

async function peopleOf({ db }: Context): Promise<string[]> {
  return (await db.select({ id: persons.id }).from(persons)).map(({ id }) => id);
}
