import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";

import { expect, onTestFinished, test } from "vitest";

import { isPostgres } from "#lib/db/dialect";
import { openStore } from "#lib/db/open";
import { systemClock } from "#lib/kernel/clock";
import { checkDerived } from "#lib/projector/check-derived";
import { hasWork } from "#lib/projector/has-work";
import { startProjectorThread } from "#lib/runtime/start-projector-thread";

import { seeded, storePage, world } from "../projector/world.ts";
import { freshDatabase } from "../support/database.ts";
import { haveWorkspace } from "../support/factories.ts";

const thread = new URL("../../lib/runtime/projector-thread.ts", import.meta.url);
const waiting = { timeout: 100_000, interval: 50 };

/** A workspace whose thread can be watched and killed: the workers that were started, and those that still run. */
async function aWorkspaceWithThread({ idleMs }: { idleMs: number }) {
  const database = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-thread-"));
  const file = join(folder, "shoutloop.db");
  if (!isPostgres) copyFileSync(database.url, file);
  const store = await openStore(isPostgres ? database.url : file);
  // The thread goes by the clock of the machine.
  const ctx = { ...(await haveWorkspace({ ...store })), clock: systemClock };
  const started: Worker[] = [];
  const running = new Set<Worker>();
  const loop = startProjectorThread(
    { ...ctx, log: { ...ctx.log, error() {} } },
    {
      idleMs,
      startWorker() {
        const place = isPostgres ? { DATABASE_URL: database.url } : {};
        const worker = new Worker(thread, { env: { ...process.env, ...place, DATA_DIR: folder } });
        started.push(worker);
        running.add(worker);
        worker.on("exit", () => running.delete(worker));
        return worker;
      },
    },
  );
  onTestFinished(async () => {
    await loop.stop();
    await store.close();
    await database.drop();
    rmSync(folder, { recursive: true });
  });
  return { ctx, loop, started, running };
}

test("the thread comes with work, goes when it is idle, and comes again", async () => {
  const { ctx, started, running } = await aWorkspaceWithThread({ idleMs: 300 });
  expect(started).toHaveLength(0);
  const [first = [], second = []] = halves(world(seeded(3), ctx));
  for (const [round, page] of [first, second].entries()) {
    await storePage(ctx, page);
    await expect.poll(() => hasWork(ctx), waiting).toBe(false);
    await expect.poll(() => running.size, waiting).toBe(0);
    expect(started).toHaveLength(round + 1);
  }
  expect((await checkDerived(ctx)).differences).toEqual([]);
}, 240_000);

test("a thread that is killed in the middle of it is started anew and goes on", async () => {
  const { ctx, loop, started, running } = await aWorkspaceWithThread({ idleMs: 60_000 });
  for (const page of halves(world(seeded(5), ctx))) {
    await storePage(ctx, page);
    await expect.poll(() => running.size, waiting).toBe(1);
    await started.at(-1)?.terminate();
  }
  await expect.poll(() => hasWork(ctx), waiting).toBe(false);
  expect(started.length).toBeGreaterThan(1);
  expect((await checkDerived(ctx)).differences).toEqual([]);
  await loop.stop();
  expect(running.size).toBe(0);
}, 240_000);

function halves<Item>(items: readonly Item[]): Item[][] {
  return [items.slice(0, items.length / 2), items.slice(items.length / 2)];
}
