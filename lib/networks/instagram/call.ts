import type { Session } from "../contract/session.ts";
import { graphCall, type GraphAnswer, type GraphCall } from "../kit/graph-call.ts";
import { accessToken } from "../kit/long-token.ts";
import { isSamePlace } from "../kit/server-place.ts";
import { pageTokenIn } from "./page-token.ts";
import type { InstagramSettings } from "./settings.ts";

/** Calls the API as the account, and only on the server that issued the account's credentials. */
export async function callAs<Value>(
  session: Session,
  settings: InstagramSettings,
  call: GraphCall<Value>,
): Promise<GraphAnswer<Value>> {
  const { origin } = session.account;
  const page = pageTokenIn(session.credentials);
  const api = page ? settings.facebookApi : settings.api;
  if (!isSamePlace(origin, api))
    return { kind: "reconnect", detail: `This account was connected at ${origin}.` };
  if (page) {
    const params = { ...call.params, ...(page.proof && { appsecret_proof: page.proof }) };
    return graphCall(session, api, { ...call, params }, page.token);
  }
  const token = accessToken(session.credentials, session.now());
  if (!token) return { kind: "reconnect", detail: "The sign-in has run out." };
  return graphCall(session, api, call, token);
}

export function isThroughFacebook(session: Session): boolean {
  return pageTokenIn(session.credentials) !== undefined;
}
