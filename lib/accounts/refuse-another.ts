import type { Context } from "../kernel/context.ts";
import { refused } from "../kernel/result.ts";
import type { OpenedAccount } from "../networks/contract/connect-outcome.ts";
import type { Connector } from "../networks/contract/connector.ts";
import type { AccountRow } from "./account.ts";
import { connectorContext } from "./connector-context.ts";
import { isSignedInAnywhere } from "./repository.ts";
import { noImages } from "./session.ts";

export function isAnother(
  expected: Pick<AccountRow, "network" | "remoteId">,
  { network }: Connector,
  connected: Pick<OpenedAccount, "remoteId">,
): boolean {
  return expected.network !== network || expected.remoteId !== connected.remoteId;
}

/** Refuses an unexpected account, stores nothing of it, and revokes its sign-in if no account uses it. */
export async function refuseAnother(
  ctx: Context,
  connector: Connector,
  expected: Pick<AccountRow, "handle">,
  came: OpenedAccount,
) {
  // Some networks give one token to all sign-ins of an account: revoking it would end one that is in use.
  const isInUse = await isSignedInAnywhere(ctx.db, connector.network, came.remoteId);
  if (!isInUse) await forget(ctx, connector, came);
  const { label: network } = connector;
  const detail = { network, expected: expected.handle, came: came.handle };
  return refused("another-account" as const, detail);
}

/** Revokes the sign-in; a failure is only logged. */
async function forget(ctx: Context, connector: Connector, came: OpenedAccount): Promise<void> {
  const { remoteId, handle, origin, credentials } = came;
  const account = { id: "", remoteId, handle, origin };
  const context = connectorContext(ctx, ctx.workspaceId, connector.network);
  try {
    await connector.revoke({ ...context, account, credentials, ...noImages });
  } catch (error) {
    ctx.log.warn(
      { network: connector.network, error: String(error) },
      "The network kept our sign-in.",
    );
  }
}
