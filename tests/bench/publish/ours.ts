import type { Account } from "#lib/accounts/account";
import { connectAccount } from "#lib/accounts/connect-account";
import { migrateDatabase } from "#lib/db/migrate";
import { openStore } from "#lib/db/open";
import type { Context } from "#lib/kernel/context";
import type { Connector } from "#lib/networks/connector";
import { practice } from "#lib/networks/practice/connector";
import { addNetwork } from "#lib/networks/registry";
import { freezePost } from "#lib/publishing/freeze-post";
import { listDeliveries } from "#lib/publishing/list-deliveries";
import { insertDeliveries } from "#lib/publishing/repository";
import { startPublisher, type Publisher } from "#lib/publishing/start-publisher";

import { aWorkspace } from "../a-workspace.ts";
import type { Job, OpenQueue } from "./queue.ts";

const accountCount = 1_000;

/**
 * The publisher as the product runs it, on a network that answers at once: claim, durable intent,
 * call, outcome, history and event of every post, one in flight on each of a thousand accounts.
 */
export const openQueue: OpenQueue = async (url) => {
  await migrateDatabase(url);
  const store = await openStore(url);
  const ctx = await aWorkspace(store);
  let started: (id: string) => void = () => {};
  addNetwork(mockNetwork((id) => started(id)));
  const accounts = await connectAll(ctx);
  let publisher: Publisher | undefined;
  return {
    schedule: (jobs) => schedule(ctx, accounts, jobs),
    async work(tell) {
      started = tell;
      publisher = startPublisher(ctx);
      await publisher.started;
    },
    async remaining() {
      const states = ["scheduled", "claimed", "sending", "unknown", "reconciling"] as const;
      return (await listDeliveries(ctx, { states: [...states], limit: 1 })).length;
    },
    async stop() {
      await publisher?.stop();
      await store.close();
    },
  };
};

/** Practice's limits and abilities, and no network behind them. */
function mockNetwork(started: (id: string) => void): Connector {
  return {
    ...practice,
    network: "mock",
    connect: async (_door, { name = "" }) => ({
      kind: "connected",
      remoteId: name,
      handle: name,
      displayName: name,
      avatarUrl: undefined,
      origin: "https://mock.example",
      credentials: {},
    }),
    prepare: async (_session, { key, text }) => ({ kind: "ready", request: { key, text } }),
    publish: async (_session, { key }) => {
      const id = typeof key === "string" ? key : "";
      started(id);
      return { kind: "published", remoteId: id, reference: id, url: `https://mock.example/${id}` };
    },
  };
}

async function connectAll(ctx: Context): Promise<Account[]> {
  const accounts: Account[] = [];
  for (let n = 0; n < accountCount; n += 1) {
    const account = await connectAccount(ctx, { network: "mock", answers: { name: `a${n}` } });
    if (!account.ok) throw new Error(account.refusal);
    accounts.push(account.value);
  }
  return accounts;
}

async function schedule(
  ctx: Context,
  accounts: readonly Account[],
  jobs: readonly Job[],
): Promise<void> {
  const rows = jobs.flatMap(({ id, dueAt }, index) => {
    const account = accounts[index % accounts.length];
    return account
      ? freezePost({ ...ctx, newId: () => id }, aPost(ctx, id, account), {
          publishAt: dueAt,
          accounts: [account],
          replyTo: undefined,
        })
      : [];
  });
  await ctx.transact((tx) => insertDeliveries(tx, rows));
}

function aPost(ctx: Context, id: string, account: Account) {
  const now = ctx.clock.now();
  return {
    id,
    workspaceId: ctx.workspaceId,
    stageId: null,
    state: "scheduled" as const,
    parts: [{ text: `Post ${id}`, images: [] }],
    language: null,
    publishAt: now,
    timeZone: "UTC",
    localDay: null,
    authorId: "ada",
    shoutOutId: null,
    replyToTouchpointId: null,
    createdAt: now,
    updatedAt: now,
    versions: [
      { id, workspaceId: ctx.workspaceId, postId: id, accountId: account.id, parts: null },
    ],
  };
}
