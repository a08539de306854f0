import { hostname } from "node:os";

import { expect, test } from "vitest";

import { isPostgres } from "#lib/db/dialect";
import { systemClock } from "#lib/kernel/clock";
import type { Context } from "#lib/kernel/context";
import { insertWorker } from "#lib/publisher/worker-repository";
import { startWorker } from "#lib/worker";

import { haveWorkspace } from "../support/factories.ts";

test.skipIf(isPostgres)(
  "a container that was killed and started anew waits until its earlier life counts as gone",
  async () => {
    const ctx = await aWorkspaceWith({ processId: process.pid, unseenForMs: 28_000 });
    const worker = await startWorker(ctx);
    await worker.stop();
  },
);

test.skipIf(isPostgres)("any other worker is refused at once", async () => {
  const ctx = await aWorkspaceWith({ processId: process.pid + 1, unseenForMs: 28_000 });
  await expect(startWorker(ctx)).rejects.toThrow("works on this database");
});

async function aWorkspaceWith(other: { processId: number; unseenForMs: number }): Promise<Context> {
  const ctx: Context = { ...(await haveWorkspace()), clock: systemClock };
  const seenAt = new Date(systemClock.now().getTime() - other.unseenForMs);
  const { processId } = other;
  await ctx.transact((tx) =>
    insertWorker(tx, {
      id: "earlier",
      host: hostname(),
      processId,
      hostIdentity: "a container of the same name",
      startedAt: seenAt,
      seenAt,
    }),
  );
  return ctx;
}
