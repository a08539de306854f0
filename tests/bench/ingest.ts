import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import Database from "better-sqlite3";
import { uuidv7 } from "uuidv7";

import { migrateDatabase } from "#lib/db/migrate";
import { openStore } from "#lib/db/open";
import { recordPage } from "#lib/engagement/record-page";
import { createHttpClient } from "#lib/http/client";
import type { Context } from "#lib/kernel/context";
import { createRegistry } from "#lib/networks/contract/registry";
import type { RemoteTouchpoint } from "#lib/networks/contract/remote";
import { createSecrets } from "#lib/secrets/secrets";

const count = 20_000;
const pageSize = 100;

/**
 * Touchpoints a second through the whole ingest (people, text signals, chains, event, place) on
 * SQLite, against a bare insert of the very same rows in the same run and in the same page size.
 */
export async function bench(): Promise<object[]> {
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-bench-"));
  try {
    const through = await ingest(join(folder, "ingest.db"));
    const bare = await insertBare(join(folder, "ingest.db"), join(folder, "bare.db"));
    return [
      { way: "through ingest", "touchpoints/s": perSecond(through), "times bare": through / bare },
      { way: "bare insert", "touchpoints/s": perSecond(bare), "times bare": 1 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ingest(file: string): Promise<number> {
  await migrateDatabase(file);
  const store = await openStore(file);
  const ctx: Context = {
    ...store,
    clock: { now: () => new Date() },
    newId: uuidv7,
    http: createHttpClient(""),
    secrets: createSecrets("a key for measuring only, thirty-two characters or more"),
    log: { info() {}, warn() {}, error() {} },
    networks: createRegistry([]),
    workspaceId: "workspace-1",
    actor: { id: "system", role: "owner" },
  };
  const start = performance.now();
  for (let from = 0; from < count; from += pageSize) {
    const page = Array.from({ length: pageSize }, (_nothing, index) => reaction(from + index));
    await recordPage(
      ctx,
      { id: "account-1", network: "bench" },
      "Europe/Amsterdam",
      page,
      async () => {},
    );
  }
  const took = performance.now() - start;
  await store.close();
  return took;
}

function reaction(index: number): RemoteTouchpoint {
  const person = index % (count / 5);
  const types = ["like", "reply", "follow", "repost", "mention"] as const;
  const type = types[index % types.length] ?? "like";
  const hasText = type === "reply" || type === "mention";
  return {
    remoteId: `touchpoint-${index}`,
    type,
    at: new Date(Date.now() - (count - index) * 60_000),
    person: { remoteId: `did:${person}`, handle: `p${person}.example`, displayName: `P ${person}` },
    ...(hasText && { text: `Wat een mooie sjaal, nummer ${index} is heel erg warm` }),
  };
}

/** Reads what ingest stored and writes it again as quickly as the engine can, with the same indexes. */
async function insertBare(from: string, to: string): Promise<number> {
  await migrateDatabase(to);
  const source = new Database(from, { readonly: true });
  const rows = source.prepare("select * from touchpoints").all() as Record<string, unknown>[];
  source.close();
  const target = new Database(to);
  target.pragma("journal_mode = WAL");
  target.pragma("synchronous = FULL");
  const columns = Object.keys(rows[0] ?? {});
  const insert = target.prepare(
    `insert into touchpoints (${columns.join(",")}) values (${columns.map(() => "?").join(",")})`,
  );
  const start = performance.now();
  for (let at = 0; at < rows.length; at += pageSize) {
    target.exec("begin immediate");
    for (const row of rows.slice(at, at + pageSize))
      insert.run(...columns.map((column) => row[column]));
    target.exec("commit");
  }
  const took = performance.now() - start;
  target.close();
  return took;
}

function perSecond(milliseconds: number): number {
  return Math.round((count / milliseconds) * 1000);
}
