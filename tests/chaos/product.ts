import { uuidv7 } from "uuidv7";

import { openStore } from "#lib/db/open";
import { createHttpClient } from "#lib/http/client";
import type { Runtime } from "#lib/kernel/context";
import type { Connector } from "#lib/networks/contract/connector";
import { createRegistry } from "#lib/networks/contract/registry";
import { openNetworks } from "#lib/networks/registry";
import { createSecrets } from "#lib/secrets/secrets";

import { fastAt, fastClock, type FastTime } from "./fast-time.ts";

export const secret = "a key for chaos only, thirty-two characters or more";

/** The product, put together as for its command line, on fast time and with a door to this machine. */
export async function openProduct(
  databaseUrl: string,
  time: FastTime,
  connectors?: readonly Connector[],
): Promise<Runtime> {
  const store = await openStore(databaseUrl);
  const { serverTime } = store;
  return {
    ...store,
    // The database server's clock is a clock, too.
    ...(serverTime && { serverTime: async () => faster(time, await serverTime()) }),
    clock: fastClock(time),
    newId: uuidv7,
    http: createHttpClient("127.0.0.1,localhost"),
    secrets: createSecrets(secret),
    log: { info() {}, warn: complain, error: complain },
    networks: connectors ? createRegistry(connectors) : openNetworks({ settings: {}, store }),
  };
}

function faster(time: FastTime, at: Date | undefined): Date | undefined {
  return at && new Date(Math.floor(fastAt(time, at.getTime())));
}

function complain(detail: object, message: string): void {
  if (process.env["CHAOS_LOG"]) console.error(process.pid, message, JSON.stringify(detail));
}
