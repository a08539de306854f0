import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { eq } from "drizzle-orm";

import { connectAccount } from "#lib/accounts/connect-account";
import { migrateDatabase } from "#lib/db/migrate";
import { schedulePost } from "#lib/deliveries/schedule-post";
import type { Context } from "#lib/kernel/context";
import { saveDraft } from "#lib/posts/save-draft";
import { workspaces } from "#lib/workspaces/schema";
import { defaultSettings } from "#lib/workspaces/workspace";

import { aWorkspace } from "../bench/a-workspace.ts";
import { chaosConnector } from "./connectors/connector.ts";
import type { FastTime } from "./fast-time.ts";
import { Life } from "./life.ts";
import type { NetworkOptions } from "./network/asked.ts";
import type { Weather } from "./network/faults.ts";
import { kinds, networkOf, type Kind } from "./network/kinds.ts";
import { Networks } from "./network/server.ts";
import { openProduct } from "./product.ts";
import type { Plan } from "./setting.ts";

export interface HarnessOptions {
  /** Absent: a SQLite file of its own. */
  readonly databaseUrl: string | undefined;
  readonly seed: number;
  readonly speed: number;
  readonly timeoutMs: number;
  readonly accountsPerKind: number;
  readonly weather: Weather;
  readonly mutant: string | null;
  readonly isNaive: boolean;
  readonly passes: NetworkOptions["passes"];
  readonly halves: NetworkOptions["halves"];
}

export interface ChaosAccount {
  readonly id: string;
  /** As the network calls it. */
  readonly name: string;
  readonly kind: Kind;
}

/** Networks, a database, a workspace with accounts, and a way to start workers: the parent of everything. */
export interface Harness {
  readonly options: HarnessOptions;
  readonly time: FastTime;
  readonly networks: Networks;
  readonly ctx: Context;
  readonly accounts: readonly ChaosAccount[];
  readonly schedule: (accounts: readonly ChaosAccount[], texts: readonly string[]) => Promise<void>;
  readonly startWorker: (worker: number, plan: Plan) => Life;
  readonly stop: () => Promise<void>;
}

export async function startHarness(options: HarnessOptions): Promise<Harness> {
  const { seed, speed, timeoutMs, weather, passes, halves } = options;
  const time = { epoch: Date.now(), speed };
  const networks = new Networks({ seed, time, timeoutMs, weather, passes, halves });
  const origin = await networks.start();
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-chaos-"));
  const databaseUrl = options.databaseUrl ?? join(folder, "chaos.db");
  await migrateDatabase(databaseUrl);
  const place = { origin, worker: 0, timeoutMs, speed, passing: async () => {} };
  const connectors = kinds.map((kind) => chaosConnector(kind, place));
  const product = await openProduct(databaseUrl, time, connectors);
  const ctx: Context = { ...(await aWorkspace(product)), ...product };
  await neverTooLate(ctx);
  const accounts = await connectAll(ctx, options.accountsPerKind);
  const lives = new Set<Life>();

  return {
    options,
    time,
    networks,
    ctx,
    accounts,
    schedule: (chosen, texts) => schedule(ctx, chosen, texts),
    startWorker(worker, plan) {
      const { mutant, isNaive } = options;
      const own = { worker, plan, mutant, isNaive };
      const life = new Life({ ...own, databaseUrl, origin, time, timeoutMs, seed });
      lives.add(life);
      const forget = () => void lives.delete(life);
      life.ended.then(forget, forget);
      return life;
    },
    async stop() {
      const all = [...lives];
      for (const life of all) life.kill();
      await Promise.allSettled(all.map(({ ended }) => ended));
      await networks.stop();
      await product.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Fast time makes everything late; what becomes of late posts is another test's subject. */
async function neverTooLate(ctx: Context): Promise<void> {
  await ctx.transact((tx) =>
    tx
      .update(workspaces)
      .set({ settings: { ...defaultSettings, whenTooLate: "publish" } })
      .where(eq(workspaces.id, ctx.workspaceId)),
  );
}

async function connectAll(ctx: Context, perKind: number): Promise<ChaosAccount[]> {
  const accounts: ChaosAccount[] = [];
  for (const kind of kinds)
    for (let number = 1; number <= perKind; number += 1) {
      const name = `${kind}-${number}`;
      const connected = await connectAccount(ctx, { network: networkOf(kind), answers: { name } });
      if (!connected.ok) throw new Error(connected.refusal);
      accounts.push({ id: connected.value.id, name, kind });
    }
  return accounts;
}

async function schedule(
  ctx: Context,
  accounts: readonly ChaosAccount[],
  texts: readonly string[],
): Promise<void> {
  const draft = await saveDraft(ctx, {
    stageId: `${ctx.workspaceId}-awareness`,
    accountIds: accounts.map(({ id }) => id),
    parts: texts.map((text) => ({ text, images: [] })),
  });
  if (!draft.ok) throw new Error(draft.refusal);
  const scheduled = await schedulePost(ctx, { postId: draft.value.id, when: { kind: "now" } });
  if (!scheduled.ok) throw new Error(`${scheduled.refusal} ${JSON.stringify(scheduled.detail)}`);
}
