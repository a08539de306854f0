import type { Runtime } from "../kernel/context.ts";
import type { ConnectorContext } from "../networks/contract/session.ts";
import { networkMemoryOf } from "./network-memory.ts";

/** Returns the parts of this installation that a connector may use. */
export function connectorContext(
  runtime: Runtime,
  workspaceId: string,
  network: string,
): ConnectorContext {
  const { http, clock } = runtime;
  return {
    http,
    now: () => clock.now(),
    workspaceId,
    memory: networkMemoryOf(runtime, network),
  };
}
