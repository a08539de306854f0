import { z } from "zod";

import type { ConnectorContext } from "../contract/session.ts";

/** An app that the operator or the workspace registered on a network as a developer. */
interface DeveloperApp {
  readonly clientId: string;
  /** Absent if the network requires no secret. */
  readonly clientSecret?: string | undefined;
}

type Memory = Pick<ConnectorContext, "memory" | "workspaceId">;

const app = z.object({ clientSecret: z.string() });

/**
 * Returns the app secret that the workspace last signed in with, so that it has to be typed only once;
 * undefined if there is none.
 */
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

/** The prefix of the keys under which app secrets are kept in a network's memory. */
export const appKeys = "app/";

/** Returns the secret from a value remembered under such a key. */
export function secretIn(remembered: unknown): string | undefined {
  return app.safeParse(remembered).data?.clientSecret;
}

/** Remembers the secret of a pasted system user token. The token does not say which app it belongs to. */
export async function rememberSystemApp(
  context: Memory,
  clientSecret: string | undefined,
): Promise<void> {
  await rememberApp(context, { clientId: "system-user", clientSecret });
}

/** Forgets the secret, because the network refused it. */
export async function forgetApp(
  context: Memory,
  { clientId, clientSecret }: DeveloperApp,
): Promise<void> {
  const { memory, workspaceId } = context;
  if (clientSecret && clientSecret === (await knownSecret(context, clientId)))
    await memory.remember(keyOf(clientId, workspaceId), {});
}

/**
 * The key ends with the workspace id, like all keys of a workspace, so that deleting the workspace deletes
 * it.
 */
function keyOf(clientId: string, workspaceId: string): string {
  return `${appKeys}${clientId}/${workspaceId}`;
}
