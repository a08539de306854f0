import type { ConnectOutcome } from "../contract/connect-outcome.ts";
import type { ConnectorContext } from "../contract/session.ts";
import { exchange } from "./call.ts";
import { instanceAt } from "./instance.ts";
import { limitsOf } from "./limits.ts";
import { personOf } from "./person.ts";
import { provenDomain } from "./proven-domain.ts";
import { refusalOf } from "./refusal.ts";
import type { Credentials } from "./token.ts";
import { account } from "./wire.ts";

export const ownAccount = "/api/v1/accounts/verify_credentials";

/** Returns the account that the token belongs to, with its server's limits. */
export async function connectedAs(
  context: ConnectorContext,
  origin: string,
  credentials: Omit<Credentials, "accountId">,
): Promise<ConnectOutcome> {
  const instance = await instanceAt(context, origin, credentials.accessToken);
  if (instance.kind !== "ok") return refusalOf(instance);
  const call = { path: ownAccount, shape: account };
  const own = await exchange(context, origin, call, credentials.accessToken);
  if (own.kind !== "ok") return refusalOf(own);
  const { username } = own.value;
  const domain = await provenDomain(context, origin, username, instance.value.domain);
  // Does not use the `acct` that the server states for its own user, because it could claim any domain.
  const person = personOf({ ...own.value, acct: `${username}@${domain}` }, domain);
  const { remoteId, handle, displayName, avatarUrl } = person;
  return {
    kind: "connected",
    remoteId,
    handle,
    displayName,
    avatarUrl,
    origin,
    credentials: { ...credentials, accountId: own.value.id },
    limits: limitsOf(instance.value.configuration),
  };
}
