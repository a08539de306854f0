import type { Runtime } from "../kernel/context.ts";
import type { Connector } from "../networks/contract/connector.ts";
import type { Session } from "../networks/contract/session.ts";
import type { AccountRow } from "./account.ts";
import { connectorContext } from "./connector-context.ts";
import { openCredentials } from "./seal-credentials.ts";

export interface OpenSession {
  readonly connector: Connector;
  readonly session: Session;
}

/**
 * Opens the session of an account; undefined without usable credentials or connector. It cannot read images:
 * the publisher adds that.
 */
export function sessionFor(runtime: Runtime, account: AccountRow): OpenSession | undefined {
  const connector = runtime.networks.find(account.network);
  const credentials = openCredentials(runtime, account);
  if (!connector || !credentials) return undefined;
  const { id, remoteId, handle, origin, workspaceId } = account;
  return {
    connector,
    session: {
      account: { id, remoteId, handle, origin },
      credentials,
      ...connectorContext(runtime, workspaceId, account.network),
      ...noImages,
    },
  };
}

export const noImages: Pick<Session, "image" | "sharedImage" | "video"> = {
  image: withoutImages,
  video: withoutImages,
  sharedImage: withoutImages,
};

async function withoutImages(): Promise<never> {
  throw new Error("This session was opened without images.");
}
