import type { Session } from "../contract/session.ts";
import { exchange, type Answer, type Call } from "./exchange.ts";
import { callWithProof } from "./oauth/call-with-proof.ts";
import { oauthCredentialsIn } from "./oauth/credentials.ts";
import { accessToken } from "./token.ts";

/** Makes one call as the account, only to the server that the credentials belong to. */
export async function callAs<Value>(session: Session, call: Call<Value>): Promise<Answer<Value>> {
  const oauth = oauthCredentialsIn(session.credentials);
  if (oauth) return callWithProof(session, oauth, call);
  const token = accessToken(session.credentials, session.now());
  if (!token) return { kind: "expired" };
  return exchange(session, session.account.origin, call, token);
}
