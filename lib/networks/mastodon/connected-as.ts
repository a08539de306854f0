import type { Door } from "../connector.ts";
import type { ConnectOutcome } from "../outcome.ts";
import { exchange } from "./call.ts";
import { instanceAt } from "./instance.ts";
import { limitsOf } from "./limits.ts";
import { personOf } from "./person.ts";
import { refusalOf } from "./refusal.ts";
import type { Credentials } from "./token.ts";
import { account } from "./wire.ts";

export const ownAccount = "/api/v1/accounts/verify_credentials";

/** Who came with this token, and what their server accepts. */
export async function connectedAs(
  door: Door,
  origin: string,
  credentials: Omit<Credentials, "accountId">,
): Promise<ConnectOutcome> {
  const instance = await instanceAt(door, origin);
  if (instance.kind !== "ok") return refusalOf(instance);
  const call = { path: ownAccount, shape: account };
  const own = await exchange(door, origin, call, credentials.accessToken);
  if (own.kind !== "ok") return refusalOf(own);
  const { remoteId, handle, displayName, avatarUrl } = personOf(own.value, instance.value.domain);
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
