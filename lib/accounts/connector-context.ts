import type { Runtime } from "../kernel/context.ts";
import type { ConnectorContext } from "../networks/contract/connector.ts";
import { networkMemoryOf } from "./network-memory.ts";

/** What a connector may use of this installation. */
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
