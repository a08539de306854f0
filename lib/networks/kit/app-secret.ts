import { z } from "zod";

import type { ConnectorContext } from "../contract/connector.ts";

/** An app that whoever runs this installation made at a network, as its developer. */
interface DeveloperApp {
  readonly clientId: string;
  /** Absent where the network asks for none. */
  readonly clientSecret?: string | undefined;
}

type Memory = Pick<ConnectorContext, "memory" | "workspaceId">;

const app = z.object({ clientSecret: z.string() });

/** The secret that this workspace's app was last signed in with, so that it is typed once; undefined where there is none. */
export async function knownSecret(
  { memory, workspaceId }: Memory,
  clientId: string,
): Promise<string | undefined> {
  return app.safeParse(await memory.recall(keyOf(clientId, workspaceId))).data?.clientSecret;
}

export async function rememberApp(
  { memory, workspaceId }: Memory,
  { clientId, clientSecret }: DeveloperApp,
): Promise<void> {
  if (clientSecret) await memory.remember(keyOf(clientId, workspaceId), { clientSecret });
}

/** What keys of apps begin with, in the memory of a network. */
export const appKeys = "app/";

/** The secret in what is remembered under such a key. */
export function secretIn(remembered: unknown): string | undefined {
  return app.safeParse(remembered).data?.clientSecret;
}

/** Where the token of a system user was pasted, nobody says of which app it is: the secret counts all the same. */
export async function rememberSystemApp(
  context: Memory,
  clientSecret: string | undefined,
): Promise<void> {
  await rememberApp(context, { clientId: "system-user", clientSecret });
}

/** The network does not know the app by this secret. */
export async function forgetApp(
  context: Memory,
  { clientId, clientSecret }: DeveloperApp,
): Promise<void> {
  const { memory, workspaceId } = context;
  if (clientSecret && clientSecret === (await knownSecret(context, clientId)))
    await memory.remember(keyOf(clientId, workspaceId), {});
}

/** Ends as all that a workspace keeps does, so that it goes with it. */
function keyOf(clientId: string, workspaceId: string): string {
  return `${appKeys}${clientId}/${workspaceId}`;
}
