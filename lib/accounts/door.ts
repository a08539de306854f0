import type { Installation } from "../kernel/context.ts";
import type { Door } from "../networks/connector.ts";
import { networkMemoryOf } from "./network-memory.ts";

/** What a connector may use of this installation. */
export function doorFor(installation: Installation, workspaceId: string, network: string): Door {
  const { http, clock, db, transact } = installation;
  return {
    http,
    now: () => clock.now(),
    store: { db, transact },
    workspaceId,
    memory: networkMemoryOf(installation, network),
  };
}
