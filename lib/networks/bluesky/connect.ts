import { HttpFailure } from "../../kernel/ports.ts";
import type { ConnectorContext } from "../contract/connector.ts";
import type { ConnectFailure, ConnectOutcome } from "../contract/outcome.ts";
import { parseJson } from "../kit/response-text.ts";
import { connectFailureOf } from "../kit/transport-failure.ts";
import { exchange } from "./exchange.ts";
import { failureOfAnswer, type Failure } from "./failure.ts";
import { plain, plainHandle } from "./plain.ts";
import { serverAddress, serverOf } from "./server-address.ts";
import { credentialsOf } from "./token.ts";
import { profileAnswer, sessionAnswer, type SessionAnswer } from "./wire.ts";

type Refused = Extract<ConnectOutcome, { kind: "refused" }>;

/** Signs in once, with an app password; from then on the session is kept alive (300 sign-ins a day are all an account gets). */
export async function connect(
  context: ConnectorContext,
  answers: Readonly<Record<string, string>>,
): Promise<ConnectOutcome> {
  const typed = answers["pds"]?.trim() ?? "";
  const entry = serverAddress(typed);
  if (!entry) return refused("bad-address", "pds", typed);
  const signedIn = await signIn(context, entry, answers);
  if ("kind" in signedIn) return signedIn;

  const origin = serverOf(signedIn, entry);
  const asked = await askProfile(context, origin, signedIn);
  // The entry let us in and names a home that we cannot or may not reach.
  if (asked.kind === "not-sent") return refused("unreachable", "pds", asked.detail);
  // Name and picture are a nicety: an account without a profile connects all the same.
  const profile = asked.kind === "ok" ? asked.value : {};
  return {
    kind: "connected",
    remoteId: signedIn.did,
    handle: signedIn.handle,
    displayName: profile.displayName?.trim() || signedIn.handle,
    avatarUrl: profile.avatar,
    origin,
    credentials: credentialsOf(signedIn, context.now()),
  };
}

async function signIn(
  context: ConnectorContext,
  entry: string,
  answers: Readonly<Record<string, string>>,
): Promise<SessionAnswer | Refused> {
  const identifier = plainHandle(answers["identifier"]);
  const password = plain(answers["appPassword"]);
  if (!identifier) return refused("wrong-credentials", "identifier", "No handle was given.");
  if (!password) return refused("wrong-credentials", "appPassword", "No app password was given.");
  try {
    const response = await context.http.send(`${entry}/xrpc/com.atproto.server.createSession`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ identifier, password }),
    });
    if (response.status !== 200)
      return refusalOf(failureOfAnswer(response, context.now()), response.status);
    const session = sessionAnswer.safeParse(parseJson(response));
    if (!session.success) return refused("not-this-network", "pds", entry);
    if (session.data.active === false)
      return refused(
        "suspended",
        "identifier",
        session.data.status ?? "The account is not active.",
      );
    return session.data;
  } catch (error) {
    if (error instanceof HttpFailure)
      return refused(connectFailureOf(error.reason), "pds", error.message);
    throw error;
  }
}

function refusalOf(failure: Failure, status: number): Refused {
  const detail = "detail" in failure ? failure.detail : "";
  if (failure.kind === "later") return refused("too-many-attempts", "identifier", detail);
  if (failure.error === "AuthFactorTokenRequired")
    return refused("second-factor-needed", "appPassword", detail);
  if (failure.kind === "refused" && failure.code === "account-suspended")
    return refused("suspended", "identifier", detail);
  if (failure.kind === "reconnect" && failure.error)
    return refused("wrong-credentials", "appPassword", detail);
  if (status >= 500) return refused("unreachable", "pds", detail);
  if (!failure.error) return refused("not-this-network", "pds", detail);
  return refused("wrong-credentials", "identifier", detail);
}

function askProfile(context: ConnectorContext, origin: string, { did, accessJwt }: SessionAnswer) {
  const method = "app.bsky.actor.getProfile";
  const call = { method, shape: profileAnswer, params: { actor: did } };
  return exchange(context, origin, call, accessJwt);
}

function refused(code: ConnectFailure, field: string, detail: string): Refused {
  return { kind: "refused", code, field, detail };
}
