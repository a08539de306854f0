import { setTimeout as sleep } from "node:timers/promises";

import { describe, expect, onTestFinished, test } from "vitest";

import { isPostgres } from "#lib/db/dialect";
import { migrateDatabase } from "#lib/db/migrate";
import { openStore } from "#lib/db/open";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { systemClock } from "#lib/kernel/clock";
import type { Context } from "#lib/kernel/context";
import type { OutcomeRule } from "#lib/networks/contract/manifest";
import { startPublisher } from "#lib/publisher/start-publisher";

import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";
import { startPostgres } from "../support/postgres-server.ts";
import { isFull } from "./full.ts";

const restarts = isFull ? 50 : 5;
const kinds: OutcomeRule["kind"][] = isFull ? ["listing", "own-id"] : ["listing"];
const accountCount = 3;
const postsBetween = 3;

/**
 * The server's own process ends at once, and nothing else is done: the worker goes on by itself. On
 * a network that can only be listed every request makes a post, so a second one would be seen.
 */
describe.skipIf(!isPostgres)(`a PostgreSQL server that restarts ${restarts} times`, () => {
  test.each(kinds)("doubles and loses nothing (%s)", { timeout: 600_000 }, async (kind) => {
    const { ctx, server, lost } = await aServerOfItsOwn();
    const fake = fakeNetwork({ outcome: { kind, settleMs: 1_000, timeoutMs: 5_000 } });
    fake.publishMs = 15;
    const accountIds: string[] = [];
    for (let number = 1; number <= accountCount; number += 1)
      accountIds.push((await haveAccount(ctx, { identifier: `shop-${number}.example` })).id);
    const publisher = startPublisher(ctx);
    onTestFinished(() => publisher.stop());

    const texts: string[] = [];
    for (let restart = 0; restart < restarts; restart += 1) {
      for (let post = 0; post < postsBetween; post += 1) {
        texts.push(`post ${String(texts.length).padStart(4, "0")}`);
        await haveScheduled(ctx, { accountIds, texts: [texts.at(-1) ?? ""] });
      }
      await sleep((restart * 13) % 90);
      await server.restart();
    }
    expect(lost()).toBeGreaterThanOrEqual(restarts);
    await expect
      .poll(() => states(ctx), { timeout: 120_000, interval: 500 })
      .toEqual({ published: accountCount * texts.length });
    for (const id of accountIds) {
      const seen = fake.accepted.filter(({ accountId }) => accountId === id);
      expect(seen.map(({ text }) => text).toSorted()).toEqual(texts);
    }
  });
});

async function aServerOfItsOwn() {
  const server = await startPostgres();
  const url = server.urlOf("shoutloop");
  await server.createDatabase("shoutloop");
  await migrateDatabase(url);
  const store = await openStore(url);
  onTestFinished(async () => {
    await store.close().catch(() => {});
    await server.stop();
  });
  const ctx: Context = { ...(await haveWorkspace(store)), clock: systemClock };
  return { ctx, server, lost: () => store.interruptions?.() ?? 0 };
}

async function states(ctx: Context): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { state } of await listDeliveries(ctx, { limit: 2_000 }))
    counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}
