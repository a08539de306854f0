import type { Account } from "#lib/accounts/account";
import { connectAccount } from "#lib/accounts/connect-account";
import type { Store } from "#lib/db/store";
import type { Context } from "#lib/kernel/context";
import type { Connector } from "#lib/networks/contract/connector";
import type { Published } from "#lib/networks/contract/remote";
import { practiceConnector } from "#lib/networks/practice/connector";

/**
 * Practice's limits and abilities, and no network behind them. `started` hears every delivery's id
 * when its request begins, and the answer comes when it resolves; `accepted` is the network's memory.
 */
export function mockNetwork(
  store: Pick<Store, "db" | "transact">,
  started: (id: string) => Promise<void> | void,
  accepted: (id: string) => boolean = () => false,
): Connector {
  return {
    ...practiceConnector(store),
    network: "mock",
    connect: async (_context, { name = "" }) => ({
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
      await started(id);
      return { kind: "published", ...publishedAs(id) };
    },
    reconcile: async (_session, { key }) => {
      const id = typeof key === "string" ? key : "";
      return accepted(id) ? { kind: "published", ...publishedAs(id) } : { kind: "absent" };
    },
  };
}

function publishedAs(id: string): Published {
  return { remoteId: id, reference: id, url: `https://mock.example/${id}` };
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
