import type { HttpResponse } from "../../../kernel/ports.ts";
import type { Session } from "../../contract/session.ts";
import { isFresh } from "../../kit/token-life.ts";
import { failureOfTransport } from "../../kit/transport-failure.ts";
import type { Answer, Call } from "../exchange.ts";
import { answerOf, pathOf, requestOf } from "../exchange.ts";
import type { Failure } from "../failure.ts";
import { openClient } from "./client.ts";
import { unrenewable, type OAuthCredentials } from "./credentials.ts";
import { causeOf, type Cause } from "./failure.ts";

/** Makes one call with a DPoP token. Each request carries a proof that we hold the token's key. */
export async function callWithProof<Value>(
  session: Session,
  oauth: OAuthCredentials,
  call: Call<Value>,
): Promise<Answer<Value>> {
  if (!isFresh(oauth.freshUntil, session.now())) return { kind: "expired" };
  const { origin, remoteId } = session.account;
  const kept = { session: unrenewable(oauth) };
  const client = await openClient(session, oauth.place, kept, call.timeoutMs);
  const bound = await client.restore(remoteId, false).catch(causeOf);
  // The authorization server could not be asked for its metadata; nothing was sent to the account's own
  // server.
  if ("detail" in bound) return unusable(bound);
  try {
    const { method = "GET", headers = {}, body } = requestOf(call, undefined);
    const init = { method, headers, ...(body !== undefined && { body: body as BodyInit }) };
    const response = await bound.fetchHandler(`${origin}${pathOf(call)}`, init);
    if (isTokenRefused(response)) return { kind: "expired" };
    return answerOf(await readIn(response), call, session.now());
  } catch (error) {
    const { transport } = causeOf(error);
    if (transport) return failureOfTransport(transport);
    throw error;
  }
}

function unusable({ transport, answer, detail }: Cause): Failure {
  return transport || answer ? { kind: "not-sent", detail } : { kind: "reconnect", detail };
}

/** Whether the token was refused as expired or revoked. The refresh shows which. */
function isTokenRefused(response: Response): boolean {
  const says = response.headers.get("www-authenticate") ?? "";
  return response.status === 401 && says.includes('error="invalid_token"');
}

async function readIn(response: Response): Promise<HttpResponse> {
  const { status, headers, url } = response;
  return { status, headers, url, body: Buffer.from(await response.arrayBuffer()) };
}
