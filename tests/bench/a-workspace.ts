import { uuidv7 } from "uuidv7";

import type { Store } from "#lib/db/store";
import { createHttpClient } from "#lib/http/client";
import { systemClock } from "#lib/kernel/clock";
import type { Context } from "#lib/kernel/context";
import type { Connector } from "#lib/networks/contract/connector";
import { createRegistry } from "#lib/networks/contract/registry";
import { createSecrets } from "#lib/secrets/secrets";
import { stageTemplates } from "#lib/workspaces/stage";
import { defaultSettings } from "#lib/workspaces/workspace";
import { insertWorkspace } from "#lib/workspaces/workspace-repository";

/** A new workspace with its five stages and these networks alone, on the system's clock and with a way to this machine. */
export async function aWorkspace(
  store: Store,
  connectors: readonly Connector[] = [],
): Promise<Context> {
  const workspaceId = uuidv7();
  const ctx: Context = {
    ...store,
    clock: systemClock,
    newId: uuidv7,
    http: createHttpClient("127.0.0.1,localhost"),
    secrets: createSecrets("a key for measurements only, 32 characters or more"),
    log: console,
    networks: createRegistry(connectors),
    workspaceId,
    actor: { id: "ada", role: "owner" },
  };
  const workspace = {
    id: workspaceId,
    slug: workspaceId,
    name: "Bench",
    timeZone: "UTC",
    stageTemplate: "canonical",
    settings: defaultSettings,
    isSample: false,
    version: 1,
    createdAt: ctx.clock.now(),
  } as const;
  const stages = stageTemplates.canonical.map((stage, position) => ({
    ...stage,
    id: `${workspaceId}-${stage.key}`,
    workspaceId,
    name: null,
    position,
  }));
  await ctx.transact((tx) => insertWorkspace(tx, workspace, stages));
  return ctx;
}
