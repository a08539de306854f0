import type { RefreshOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import { exchange } from "./call.ts";
import { credentialsIn } from "./token.ts";
import { anyAnswer } from "./wire.ts";

/** Tokens are valid until they are revoked and cannot be renewed. */
export async function refresh(): Promise<RefreshOutcome> {
  return { kind: "reconnect", detail: "A sign-in on Mastodon cannot be renewed." };
}

export async function revoke(session: Session): Promise<void> {
  const { accessToken, clientId, clientSecret } = credentialsIn(session.credentials);
  await exchange(session, session.account.origin, {
    method: "POST",
    path: "/oauth/revoke",
    shape: anyAnswer,
    body: { client_id: clientId, client_secret: clientSecret, token: accessToken },
  });
}
