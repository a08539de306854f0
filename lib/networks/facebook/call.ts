import type { ConnectorContext, Session } from "../contract/session.ts";
import { graphCall, type GraphAnswer, type GraphCall } from "../kit/graph-call.ts";
import { isSamePlace } from "../kit/server-place.ts";
import type { FacebookSettings } from "./settings.ts";
import { proofOf, signedToken } from "./token.ts";

/** Calls the API as the page, and only on the server that issued the page's credentials. */
export async function callAs<Value>(
  session: Session,
  settings: FacebookSettings,
  call: GraphCall<Value>,
): Promise<GraphAnswer<Value>> {
  if (!isSamePlace(session.account.origin, settings.api))
    return {
      kind: "reconnect",
      detail: `This account was connected at ${session.account.origin}.`,
    };
  const { token, proof } = signedToken(session.credentials);
  const params = { ...call.params, ...(proof && { appsecret_proof: proof }) };
  return graphCall(session, settings.api, { ...call, params }, token);
}

/** Calls the API as the person who signs in, before there is an account. */
export function callAsPerson<Value>(
  context: Pick<ConnectorContext, "http" | "now">,
  settings: FacebookSettings,
  { token, appSecret }: { readonly token: string; readonly appSecret: string | undefined },
  call: GraphCall<Value>,
): Promise<GraphAnswer<Value>> {
  const proof = proofOf(token, appSecret);
  const params = { ...call.params, ...(proof && { appsecret_proof: proof }) };
  return graphCall(context, settings.api, { ...call, params }, token);
}
