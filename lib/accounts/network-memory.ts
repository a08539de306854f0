import type { Runtime } from "../kernel/context.ts";
import type { JsonObject } from "../networks/contract/remote.ts";
import type { NetworkMemory } from "../networks/contract/session.ts";
import { findMemory, saveMemory } from "./network-memory-repository.ts";

/**
 * Returns a network's storage in this installation. Values are sealed, because a registered app has a client
 * secret.
 */
export function networkMemoryOf(runtime: Runtime, network: string): NetworkMemory {
  const { db, transact, secrets, clock, newId } = runtime;
  const placeOf = (key: string) => ({
    workspaceId: "",
    rowId: `${network}/${key}`,
    column: "sealed",
  });
  return {
    async recall(key) {
      const sealed = await findMemory(db, network, key);
      if (sealed === undefined) return undefined;
      const value: JsonObject = JSON.parse(secrets.open(sealed, placeOf(key)));
      return value;
    },
    async remember(key, value) {
      const sealed = secrets.seal(JSON.stringify(value), placeOf(key));
      const row = { id: newId(), network, key, sealed, updatedAt: clock.now() };
      await transact((tx) => saveMemory(tx, row));
    },
  };
}
