import type { Runtime } from "../kernel/context.ts";
import type { Door } from "../networks/connector.ts";
import { networkMemoryOf } from "./network-memory.ts";

/** What a connector may use of this installation. */
export function doorFor(runtime: Runtime, workspaceId: string, network: string): Door {
  const { http, clock, db, transact } = runtime;
  return {
    http,
    now: () => clock.now(),
    store: { db, transact },
    workspaceId,
    memory: networkMemoryOf(runtime, network),
  };
}
