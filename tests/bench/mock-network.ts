import { setTimeout as sleep } from "node:timers/promises";

import type { Account } from "#lib/accounts/account";
import { connectAccount } from "#lib/accounts/connect-account";
import type { Context } from "#lib/kernel/context";
import type { Connector } from "#lib/networks/connector";
import { practice } from "#lib/networks/practice/connector";

/** Practice's limits and abilities, and no network behind them. `started` hears every delivery's id when its request begins. */
export function mockNetwork(started: (id: string) => void, answerMs = 0): Connector {
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
      if (answerMs > 0) await sleep(answerMs);
      return { kind: "published", remoteId: id, reference: id, url: `https://mock.example/${id}` };
    },
  };
}

export async function connectMockAccounts(ctx: Context, count: number): Promise<Account[]> {
  const accounts: Account[] = [];
  for (let n = 0; n < count; n += 1) {
    const account = await connectAccount(ctx, { network: "mock", answers: { name: `a${n}` } });
    if (!account.ok) throw new Error(account.refusal);
    accounts.push(account.value);
  }
  return accounts;
}
