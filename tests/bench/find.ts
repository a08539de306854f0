import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { isPostgres } from "#lib/db/dialect";
import { migrateDatabase } from "#lib/db/migrate";
import { openStore } from "#lib/db/open";
import type { Context } from "#lib/kernel/context";
import { findOrCreatePeople } from "#lib/people/find-or-create-people";
import { draftFrom } from "#lib/posts/save-draft";
import { findEverything } from "#lib/views/find";

import { startPostgres } from "../support/postgres-server.ts";
import { aWorkspace } from "./a-workspace.ts";
import { quantile } from "./quantile.ts";

const sizes = [
  { posts: 5_000, people: 10_000 },
  { posts: 50_000, people: 100_000 },
] as const;

/**
 * What somebody types, and how often it is there: never, once, rarely, in a good many, nearly everywhere; in
 * very many of which none is among the latest; a single letter that is everywhere, one that is rare, and one
 * beside a word; a sign that the index does not know.
 */
const searches = [
  "nergens",
  "nr4999",
  "zoë ångström",
  "herfstsjaal",
  "sjaal",
  "de wol",
  "nr1",
  "a",
  "q",
  "a sjaal",
  "wol.",
];
const repeats = 15;

/** How long "Find" takes for people and posts together, on both engines; `size=large` alone measures the large one only. */
export async function bench(options: readonly string[]): Promise<object[]> {
  const own = await measure(options);
  if (isPostgres) return own;
  const server = await startPostgres();
  try {
    await server.createDatabase("find");
    const env = { ...process.env, DATABASE_URL: server.urlOf("find") };
    const script = new URL("run.ts", import.meta.url).pathname;
    const told = execFileSync(process.execPath, [script, "find", ...options], {
      env,
      encoding: "utf8",
    });
    const { rows } = JSON.parse(told.trim().split("\n").at(-1) ?? "") as { rows: object[] };
    return [...own, ...rows];
  } finally {
    await server.stop();
  }
}

async function measure(options: readonly string[]): Promise<object[]> {
  const wanted = options.includes("size=large") ? sizes.slice(1) : sizes;
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-find-"));
  const url = process.env["DATABASE_URL"] ?? join(folder, "find.db");
  await migrateDatabase(url);
  const store = await openStore(url);
  try {
    const rows: object[] = [];
    for (const size of wanted) {
      const ctx = await aWorkspace(store);
      await fill(ctx, size);
      for (const search of searches) rows.push({ ...size, ...(await timed(ctx, search)) });
    }
    return rows;
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed(ctx: Context, search: string) {
  const times: number[] = [];
  let found = 0;
  for (let turn = 0; turn < repeats; turn += 1) {
    const start = performance.now();
    const outcome = await findEverything(ctx, { search });
    times.push(performance.now() - start);
    if (outcome.ok) found = outcome.value.people.length + outcome.value.posts.length;
  }
  const rounded = (share: number) => Math.round(quantile(times, share) * 10) / 10;
  return {
    engine: isPostgres ? "postgres" : "sqlite",
    search,
    shown: found,
    "median ms": rounded(0.5),
    "slowest ms": rounded(1),
  };
}

const pageSize = 500;

async function fill(ctx: Context, { posts, people }: (typeof sizes)[number]): Promise<void> {
  const at = ctx.clock.now();
  for (let from = 0; from < people; from += pageSize) {
    const page = Array.from({ length: pageSize }, (_, index) => personOf(from + index, at));
    await ctx.transact((tx) => findOrCreatePeople(tx, ctx, "bench", page));
  }
  for (let from = 0; from < posts; from += pageSize)
    await ctx.transact(async (tx) => {
      for (let index = from; index < from + pageSize; index += 1)
        await draftFrom(
          tx,
          ctx,
          { timeZone: "UTC", createdAt: at },
          { parts: [{ text: textOf(index) }] },
        );
    });
}

const givenNames = [
  "Anna",
  "Zoë",
  "Mees",
  "Sanne",
  "Daan",
  "Élodie",
  "Noor",
  "Sem",
  "Lotte",
  "Finn",
];
const familyNames = ["de Vries", "Ångström", "Jansen", "van Dijk", "Bakker", "Núñez", "Smit"];

function personOf(index: number, at: Date) {
  const name = `${givenNames[index % 10]} ${familyNames[(index >> 3) % 7]} ${(index * 7_919) % 9_973}`;
  return {
    remoteId: `did:${index}`,
    handle: `nr${index}.example.social`,
    displayName: name,
    firstAt: at,
    lastAt: new Date(at.getTime() + index),
  };
}

const words =
  "wol garen sjaal muts trui vest breien atelier winkel morgen vandaag nieuw zacht warm kleur patroon draad naald klant dank markt stad zondag open koffie handwerk lente zomer winter".split(
    " ",
  );

function textOf(index: number): string {
  const chosen = Array.from(
    { length: 40 },
    (_, place) => words[(index * 31 + place * place * 17 + (index >> 4)) % words.length],
  );
  const rare = index % 97 === 0 ? " Herfstsjaal in drie kleuren" : "";
  return `De ${chosen.join(" ")}${rare}, nr${index}.`;
}
