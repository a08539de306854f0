import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { connectAccount } from "#lib/accounts/connect-account";
import { isPostgres } from "#lib/db/dialect";
import { migrateDatabase } from "#lib/db/migrate";
import { openStore } from "#lib/db/open";
import type { Store } from "#lib/db/store";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { schedulePost } from "#lib/deliveries/schedule-post";
import type { Context } from "#lib/kernel/context";
import { openNetworks } from "#lib/networks/registry";
import { saveDraft } from "#lib/posts/save-draft";
import { startPublisher } from "#lib/publisher/start-publisher";

import { aroundTransact } from "../support/around-transact.ts";
import {
  isBlueskyNetworkInstalled,
  startBlueskyNetwork,
  type BlueskyNetwork,
} from "../support/bluesky-network.ts";
import { setDelivery } from "../support/set-delivery.ts";
import { aWorkspace } from "./a-workspace.ts";
import { quantile } from "./quantile.ts";

const usual = 200;

/** What to connect, and with which answers. */
export type Sign = () => Promise<{ network: string; answers: Record<string, string> }>;

/**
 * How long after it is due each of 200 posts leaves, on the practice network and on real Bluesky
 * servers where those are installed: one every 100 ms, then all at one instant. One account a
 * workspace. Lateness is intent minus due; `done` is published minus due.
 */
export async function bench(): Promise<object[]> {
  const rows = [
    await measure(20, practice, { apartMs: 100 }),
    await measure(1, practice),
    await measure(20, practice),
    await measure(200, practice),
  ];
  if (!isBlueskyNetworkInstalled)
    return [...rows, { network: "bluesky", skipped: "not installed" }];
  const servers = await startBlueskyNetwork();
  try {
    return [
      ...rows,
      await measure(20, () => signInto(servers), { apartMs: 100 }),
      await measure(20, () => signInto(servers)),
      await measure(100, () => signInto(servers)),
    ];
  } finally {
    await servers.stop();
  }
}

export const practice: Sign = async () => ({ network: "practice", answers: {} });

async function signInto(servers: BlueskyNetwork): ReturnType<Sign> {
  const { handle, password } = await servers.join("bench");
  const answers = { pds: servers.pds, identifier: handle, appPassword: password };
  return { network: "bluesky", answers };
}

async function measure(
  accounts: number,
  sign: Sign,
  { apartMs }: { apartMs: number } = { apartMs: 0 },
): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-bench-"));
  const url = isPostgres ? (process.env["DATABASE_URL"] ?? "") : join(folder, "bench.db");
  await migrateDatabase(url);
  const store = await openStore(url);
  try {
    return { "apart ms": apartMs, ...(await lateness(store, { accounts, sign, apartMs })) };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Load {
  readonly accounts: number;
  readonly sign: Sign;
  readonly apartMs: number;
  readonly posts?: number;
}

export async function lateness(
  store: Store,
  { accounts, sign, apartMs, posts = usual }: Load,
): Promise<object> {
  const workspaces: Context[] = [];
  const networks = openNetworks({ settings: {}, store });
  for (let n = 0; n < accounts; n += 1) workspaces.push({ ...(await aWorkspace(store)), networks });
  let network = "";
  for (const ctx of workspaces) {
    const signed = await sign();
    network = signed.network;
    await plan(ctx, posts / accounts, signed);
  }
  await makeDue(store, workspaces, Date.now() + 1_500, apartMs);
  const { commits, all } = await publishAll(workspaces, 60_000 + posts * apartMs);
  const left = all.map(
    ({ intentAt, plannedAt }) => (intentAt?.getTime() ?? 0) - plannedAt.getTime(),
  );
  const done = all.map(
    ({ publishedAt, plannedAt }) => (publishedAt?.getTime() ?? 0) - plannedAt.getTime(),
  );
  return {
    engine: isPostgres ? "postgres" : "sqlite",
    network,
    posts,
    accounts,
    "late p50 ms": quantile(left, 0.5),
    "late p99 ms": quantile(left, 0.99),
    "late max ms": quantile(left, 1),
    "done p50 ms": quantile(done, 0.5),
    "done max ms": quantile(done, 1),
    commits,
  };
}

async function plan(ctx: Context, count: number, signed: Awaited<ReturnType<Sign>>): Promise<void> {
  const account = await connectAccount(ctx, signed);
  if (!account.ok) throw new Error(account.refusal);
  for (let n = 0; n < count; n += 1) {
    const draft = await saveDraft(ctx, {
      stageId: `${ctx.workspaceId}-awareness`,
      accountIds: [account.value.id],
      parts: [{ text: `Post ${n}` }],
    });
    if (!draft.ok) throw new Error(draft.refusal);
    const when = { kind: "wall-clock", at: "2099-01-01T09:00" } as const;
    await schedulePost(ctx, { postId: draft.value.id, when });
  }
}

/** One after the other, account by account, from a moment a little ahead. */
async function makeDue(
  store: Store,
  workspaces: readonly Context[],
  from: number,
  apartMs: number,
): Promise<void> {
  const planned = await allOf(workspaces);
  const posts = planned.length;
  await store.transact(async (tx) => {
    for (const [index, { id }] of planned.entries()) {
      const turn = (index % (posts / workspaces.length)) * workspaces.length;
      const place = turn + Math.floor((index * workspaces.length) / posts);
      const due = new Date(from + place * apartMs);
      await setDelivery(tx, id, { dueAt: due, plannedAt: due });
    }
  });
}

async function publishAll(workspaces: readonly Context[], atMostMs: number) {
  const [first] = workspaces;
  if (!first) throw new Error("No workspace.");
  let commits = 0;
  const counting = aroundTransact(first, (transact) => (work) => {
    commits += 1;
    return transact(work);
  });
  const publisher = startPublisher(counting);
  const entered = await publisher.started;
  if (!entered.ok) throw new Error("Another worker runs on this database.");
  for (const deadline = Date.now() + atMostMs; Date.now() < deadline;) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const all = await allOf(workspaces);
    if (!all.every(({ state }) => state === "published")) continue;
    await publisher.stop();
    return { commits, all };
  }
  throw new Error("Not everything went out in time.");
}

const mostListed = 2_000;

async function allOf(workspaces: readonly Context[]) {
  const lists = await Promise.all(
    workspaces.map((ctx) => listDeliveries(ctx, { limit: mostListed })),
  );
  return lists.flat();
}
