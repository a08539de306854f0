import type { Context, Runtime } from "../kernel/context.ts";
import type { ConnectField } from "../networks/contract/manifest.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { networkMemoryOf } from "./network-memory.ts";

/**
 * Returns the answers of this workspace's last sign-in at a network, without passwords, so that an app's id
 * is entered only once.
 */
export async function showRememberedAnswers(
  ctx: Context,
  network: string,
  fields: readonly ConnectField[],
): Promise<Record<string, string>> {
  requireRole(ctx, "manager");
  const known = await networkMemoryOf(ctx, network).recall(placeOf(ctx));
  return Object.fromEntries(
    fields.filter(isOfNoAccount).flatMap(({ name }) => {
      const answer = known?.[name];
      return typeof answer === "string" ? [[name, answer]] : [];
    }),
  );
}

export async function rememberAnswers(
  ctx: Runtime & { readonly workspaceId: string },
  network: string,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  await networkMemoryOf(ctx, network).remember(placeOf(ctx), { ...answers });
}

/** Whether an answer is the same for all accounts and not a password. */
function isOfNoAccount({ kind, fromAccount }: ConnectField): boolean {
  return kind !== "password" && fromAccount === undefined;
}

function placeOf({ workspaceId }: { workspaceId: string }): string {
  return `answers/${workspaceId}`;
}
