import { spawn } from "node:child_process";
import { once } from "node:events";
import { performance } from "node:perf_hooks";

import pg from "pg";
import { expect, onTestFinished, test } from "vitest";

import { isPostgres } from "#lib/db/dialect";
import { openStore } from "#lib/db/open";
import { listDeliveries } from "#lib/deliveries/list-deliveries";

import { freshDatabase } from "../support/database.ts";
import { isFull } from "./full.ts";
import { numbered, peopleAtWork, seen, states, workOn } from "./people-at-work.ts";

const busySeconds = isFull ? 30 : 2;

test(
  `while somebody else holds the database for ${busySeconds} s nothing is lost, and reading goes on`,
  { timeout: (busySeconds + 60) * 1_000 },
  async () => {
    const database = await freshDatabase();
    const store = await openStore(database.url);
    onTestFinished(async () => {
      await store.close();
      await database.drop();
    });
    const atWork = await peopleAtWork({ accounts: 2, posts: 3, on: store });
    const lag = longestPause();
    const held = await holdFile(database.url);
    const working = workOn(atWork);
    const began = performance.now();
    await pause(300);
    expect(await listDeliveries(atWork.ctx)).toHaveLength(6);
    expect(performance.now() - began).toBeLessThan(5_000);

    await pause(busySeconds * 1_000);
    await held.release();
    await working;
    await workOn(atWork);
    expect(await states(atWork)).toEqual({ published: 6 });
    expect(seen(atWork)).toEqual([numbered(3), numbered(3)]);
    expect(lag()).toBeLessThan(2_000);
  },
);

/** Another process with a write under way. */
async function holdFile(url: string): Promise<{ release: () => Promise<void> }> {
  return isPostgres ? holdPostgres(url) : holdSqlite(url);
}

async function holdSqlite(file: string) {
  const script = `
    import Database from "better-sqlite3";
    const connection = new Database(process.argv[1]);
    connection.exec("begin immediate");
    process.stdout.write("held");
    process.stdin.once("end", () => { connection.exec("rollback"); process.exit(); }).resume();`;
  const args = ["--input-type=module", "-e", script, file];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return {
    release: async () => {
      child.stdin.end();
      await once(child, "exit");
    },
  };
}

async function holdPostgres(url: string) {
  const client = new pg.Client(url);
  client.on("error", () => {});
  await client.connect();
  await client.query("begin");
  // Readers may read on: what a long migration or a repair would hold.
  await client.query("lock table deliveries, accounts, attempts in exclusive mode");
  return {
    release: async () => {
      await client.query("rollback");
      await client.end();
    },
  };
}

/** The longest time in which this process did nothing else. */
function longestPause(): () => number {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 20);
  onTestFinished(() => clearInterval(timer));
  return () => longest;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
