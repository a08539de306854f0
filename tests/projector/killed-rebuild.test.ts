import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { expect, onTestFinished, test } from "vitest";

import { openStore } from "#lib/db/open";
import type { Context } from "#lib/kernel/context";
import { checkDerived } from "#lib/projector/check-derived";
import { deriveWorkspace } from "#lib/projector/derive-due";
import { showRebuild, startRebuild } from "#lib/projector/rebuild";

import { freshDatabase } from "../support/database.ts";
import { haveWorkspace } from "../support/factories.ts";
import { everythingDerived, seeded, storePage, world } from "./world.ts";

test("a rebuild that is killed again and again goes on where it was and gives the same", async () => {
  const database = await freshDatabase();
  const store = await openStore(database.url);
  onTestFinished(async () => {
    await store.close();
    await database.drop();
  });
  const random = seeded(11);
  const ctx = await haveWorkspace({ ...store });
  await storePage(ctx, world(random, ctx));
  await deriveWorkspace(ctx);
  const before = await everythingDerived(ctx);

  await startRebuild(ctx);
  const killed: (NodeJS.Signals | null)[] = [];
  while (killed.length < 2)
    killed.push(await deriveUntilKilled(database.url, ctx, 1 + Math.floor(random() * 4)));
  expect(killed).toEqual(Array(2).fill("SIGKILL"));
  expect(await showRebuild(ctx)).toBeDefined();

  // What people do meanwhile is read in its turn.
  await deriveWorkspace(ctx);
  expect(await showRebuild(ctx)).toBeUndefined();
  expect(await everythingDerived(ctx)).toEqual(before);
  expect((await checkDerived(ctx)).differences).toEqual([]);
}, 240_000);

/** Ends after so many steps, in the middle of whatever it does then. */
async function deriveUntilKilled(url: string, { workspaceId, clock }: Context, steps: number) {
  const args = [deriving, url, workspaceId, clock.now().toISOString()];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit") as Promise<[number | null, NodeJS.Signals | null]>;
  let seen = 0;
  for await (const _step of createInterface(child.stdout)) {
    seen += 1;
    if (seen === steps) child.kill("SIGKILL");
  }
  const [, signal] = await exited;
  return signal;
}

const deriving = fileURLToPath(new URL("rebuild-process.ts", import.meta.url));
