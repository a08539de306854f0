import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { eq, notInArray } from "drizzle-orm";

import { connectAccount } from "#lib/accounts/connect-account";
import { accounts } from "#lib/accounts/schema";
import { migrateDatabase } from "#lib/db/migrate";
import { schedulePost } from "#lib/deliveries/schedule-post";
import { deliveries } from "#lib/deliveries/schema";
import type { Context } from "#lib/kernel/context";
import { saveDraft } from "#lib/posts/save-draft";

import { aWorkspace } from "../../bench/a-workspace.ts";
import type { BlueskyActor } from "../../support/bluesky-actor.ts";
import { startBlueskyNetwork } from "../../support/bluesky-network.ts";
import { pause } from "../fast-time.ts";
import { openProduct } from "../product.ts";
import { draw } from "../random.ts";
import { judgeRecords, type RecordsVerdict } from "./judge-records.ts";
import { ProductWorker } from "./product-worker.ts";
import { BadProxy } from "./proxy.ts";

export interface RealOptions {
  readonly seed: number;
  readonly deliveries: number;
  readonly kills: number;
  readonly databaseUrl: string;
}

export interface RealReport extends RecordsVerdict {
  readonly kills: number;
  readonly faults: Readonly<Record<string, number>>;
}

const people = 5;
const stuckMs = 120_000;
const alertAfterMs = 4_000;

/** The whole product's worker against real Bluesky servers, through a proxy that loses bytes. */
export async function runAgainstBluesky(options: RealOptions): Promise<RealReport> {
  const { seed, databaseUrl } = options;
  const dataDir = mkdtempSync(join(tmpdir(), "shoutloop-chaos-"));
  const network = await startBlueskyNetwork();
  const executioner = new RealExecutioner(options, dataDir);
  const proxy = new BadProxy(network.pds, seed, executioner);
  await migrateDatabase(databaseUrl);
  const product = await openProduct(databaseUrl, { epoch: Date.now(), speed: 1 });
  try {
    const address = await proxy.start();
    const ctx: Context = { ...(await aWorkspace(product)), ...product };
    const actors: BlueskyActor[] = [];
    for (let number = 0; number < people; number += 1) actors.push(await network.join("chaos"));
    const accountIds = await connectThrough(ctx, actors, { pds: network.pds, address });

    const feeding = feed(ctx, accountIds, options, executioner);
    await Promise.all([feeding, executioner.run()]);
    const last = new ProductWorker(databaseUrl, dataDir);
    await finished(ctx);
    last.kill();
    await last.ended;
    return {
      ...(await judgeRecords(ctx, actors)),
      kills: executioner.kills,
      faults: proxy.counts,
    };
  } finally {
    await proxy.stop();
    await product.close();
    await network.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Signs in directly, and has everything afterwards go through the proxy. */
async function connectThrough(
  ctx: Context,
  actors: readonly BlueskyActor[],
  { pds, address }: { pds: string; address: string },
): Promise<string[]> {
  const ids: string[] = [];
  for (const { handle, password } of actors) {
    const answers = { pds, identifier: handle, appPassword: password };
    const account = await connectAccount(ctx, { network: "bluesky", answers });
    if (!account.ok) throw new Error(JSON.stringify(account));
    ids.push(account.value.id);
  }
  await ctx.transact((tx) =>
    tx.update(accounts).set({ origin: address }).where(eq(accounts.workspaceId, ctx.workspaceId)),
  );
  return ids;
}

/** Posts come as the kills do. One in five is a thread of three. */
async function feed(
  ctx: Context,
  accountIds: readonly string[],
  { seed, deliveries: total, kills }: RealOptions,
  executioner: RealExecutioner,
): Promise<void> {
  for (let made = 0, number = 1; made < total;) {
    const due = total * Math.min(1, 0.1 + executioner.kills / kills);
    if (made >= due && executioner.kills < kills) {
      await pause(20);
      continue;
    }
    const isThread = draw(seed, "thread", number) < 0.2 && total - made >= 3;
    const texts = Array.from(
      { length: isThread ? 3 : 1 },
      (_, part) => `Post ${number}, part ${part + 1}`,
    );
    const accountId = accountIds[number % accountIds.length] ?? "";
    await schedule(ctx, accountId, texts);
    made += texts.length;
    number += 1;
  }
}

async function schedule(ctx: Context, accountId: string, texts: readonly string[]): Promise<void> {
  const draft = await saveDraft(ctx, {
    stageId: `${ctx.workspaceId}-awareness`,
    accountIds: [accountId],
    parts: texts.map((text) => ({ text, images: [] })),
  });
  if (!draft.ok) throw new Error(draft.refusal);
  const scheduled = await schedulePost(ctx, { postId: draft.value.id, when: { kind: "now" } });
  if (!scheduled.ok) throw new Error(scheduled.refusal);
}

async function finished({ db }: Context): Promise<void> {
  const open = notInArray(deliveries.state, ["published", "failed", "needs_person", "stopped"]);
  const deadline = performance.now() + stuckMs;
  while (performance.now() < deadline) {
    if ((await db.select().from(deliveries).where(open).limit(1)).length === 0) return;
    await pause(250);
  }
}

/** Starts the worker and kills it, again and again: when a request has left, when its answer is there, or at any moment. */
class RealExecutioner {
  readonly #options: RealOptions;
  readonly #dataDir: string;
  #awaited: { what: "request" | "answer"; left: number; act: () => void } | undefined;
  kills = 0;

  constructor(options: RealOptions, dataDir: string) {
    this.#options = options;
    this.#dataDir = dataDir;
  }

  onRequest = (): void => this.#happens("request");
  onAnswer = (): void => this.#happens("answer");

  async run(): Promise<void> {
    const { seed, databaseUrl, kills } = this.#options;
    for (; this.kills < kills; this.kills += 1) {
      const worker = new ProductWorker(databaseUrl, this.#dataDir);
      await Promise.race([worker.ready, worker.ended]);
      const at = draw(seed, "when", this.kills);
      if (at < 0.3) await pause(100 + at * 4_000);
      else await this.#until(at < 0.65 ? "request" : "answer", worker);
      worker.kill();
      await worker.ended;
    }
  }

  async #until(what: "request" | "answer", worker: ProductWorker): Promise<void> {
    const left = 1 + Math.floor(draw(this.#options.seed, "nth", this.kills) * 8);
    const happened = new Promise<void>((resolve) => {
      const act = () => {
        worker.kill();
        resolve();
      };
      this.#awaited = { what, left, act };
    });
    await Promise.race([happened, pause(alertAfterMs)]);
    this.#awaited = undefined;
  }

  #happens(what: "request" | "answer"): void {
    const awaited = this.#awaited;
    if (awaited?.what !== what || (awaited.left -= 1) > 0) return;
    this.#awaited = undefined;
    awaited.act();
  }
}
