import { HttpFailure, type HttpResponse } from "../../kernel/ports.ts";
import type { ConnectFailure, ConnectOutcome } from "../contract/connect-outcome.ts";
import type { ConnectorContext } from "../contract/session.ts";
import { pasted } from "../kit/pasted.ts";
import { parseJson } from "../kit/response-text.ts";
import { connectFailureOf } from "../kit/transport-failure.ts";
import { confirmedHandle } from "./confirmed-handle.ts";
import { exchange } from "./exchange.ts";
import { failureOfAnswer, type Failure } from "./failure.ts";
import { defaultServer, serverAddress, serverOf } from "./server-address.ts";
import { credentialsOf } from "./token.ts";
import { handleIn, isHandle, usualDomain } from "./typed-handle.ts";
import {
  handleAnswer,
  profileAnswer,
  serverAnswer,
  sessionAnswer,
  type SessionAnswer,
} from "./wire.ts";

type Refused = Extract<ConnectOutcome, { kind: "refused" }>;

/**
 * Signs in once with an app password. Afterwards the session is refreshed, because an account may sign in
 * only 300 times a day.
 */
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
  // The sign-in worked, but the account's own server cannot be reached or is not allowed.
  if (asked.kind === "not-sent") return refused("unreachable", "pds", asked.detail);
  // Display name and avatar are optional, so an account without a readable profile is connected too.
  const profile = asked.kind === "ok" ? asked.value : {};
  const handle = confirmedHandle(signedIn.handle) ?? signedIn.did;
  return {
    kind: "connected",
    remoteId: signedIn.did,
    handle,
    displayName: profile.displayName?.trim() || handle,
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
  const identifier = handleIn(answers["identifier"], await domainAt(context, entry, answers));
  const password = pasted(answers["appPassword"]);
  if (!identifier) return refused("wrong-credentials", "identifier", "No handle was given.");
  if (!password) return refused("wrong-credentials", "appPassword", "No app password was given.");
  try {
    const response = await context.http.send(`${entry}/xrpc/com.atproto.server.createSession`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ identifier, password }),
    });
    if (response.status !== 200) return await whatIsWrong(context, entry, identifier, response);
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

/**
 * Returns the domain that handles of this server get if they are typed without one. The server is asked only
 * if it is needed.
 */
async function domainAt(
  context: ConnectorContext,
  entry: string,
  { identifier }: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const typed = handleIn(identifier, undefined);
  if (entry === defaultServer || typed === "" || /[.:@]/.test(typed)) return usualDomain;
  const method = "com.atproto.server.describeServer";
  const answer = await exchange(context, entry, { method, shape: serverAnswer, params: {} });
  return answer.kind === "ok" ? answer.value.availableUserDomains[0] : undefined;
}

/**
 * Servers give the same error for a wrong name and a wrong password. Resolving the handle, which needs no
 * sign-in, shows whether the name is wrong.
 */
async function whatIsWrong(
  context: ConnectorContext,
  entry: string,
  identifier: string,
  response: HttpResponse,
): Promise<Refused> {
  const refusal = refusalOf(failureOfAnswer(response, context.now()), response.status);
  if (refusal.code !== "wrong-credentials" || !isHandle(identifier)) return refusal;
  const method = "com.atproto.identity.resolveHandle";
  const call = { method, shape: handleAnswer, params: { handle: identifier } };
  const answer = await exchange(context, entry, call);
  const isNobodys = answer.kind === "refused" && nobody.has(answer.error ?? "");
  return isNobodys ? refused("unknown-handle", "identifier", identifier) : refusal;
}

const nobody = new Set(["InvalidRequest", "HandleNotFound"]);

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
