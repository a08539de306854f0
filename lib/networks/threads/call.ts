import type { Session } from "../contract/session.ts";
import { graphCall, type GraphAnswer, type GraphCall } from "../kit/graph-call.ts";
import { accessToken } from "../kit/long-token.ts";
import { isSamePlace } from "../kit/server-place.ts";
import type { ThreadsSettings } from "./settings.ts";

/** Calls the API as the account, and only on the server that issued the account's credentials. */
export async function callAs<Value>(
  session: Session,
  settings: ThreadsSettings,
  call: GraphCall<Value>,
): Promise<GraphAnswer<Value>> {
  if (!isSamePlace(session.account.origin, settings.api))
    return {
      kind: "reconnect",
      detail: `This account was connected at ${session.account.origin}.`,
    };
  const token = accessToken(session.credentials, session.now());
  if (!token) return { kind: "reconnect", detail: "The sign-in has run out." };
  return graphCall(session, settings.api, call, token);
}
