import { z } from "zod";

import type { BeginOutcome, ConnectFailure, ConnectOutcome } from "../contract/connect-outcome.ts";
import type { Authorization, Callback } from "../contract/connector.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { ConnectorContext } from "../contract/session.ts";
import { forgetApp, knownSecret, rememberApp } from "../kit/app-secret.ts";
import { missingScopes, returnedCode, tokenAnswer } from "../kit/code-flow.ts";
import { placeOf } from "../kit/server-place.ts";
import { callAsApp, callWithToken } from "./call.ts";
import { describedAs } from "./describe.ts";
import type { Failure } from "./failure.ts";
import { manifest } from "./manifest.ts";
import type { PinterestSettings } from "./settings.ts";
import { credentialsOf, sandboxCredentials } from "./token.ts";
import { userAnswer } from "./wire.ts";

/** The scopes to ask for. Creating a pin needs reading and writing of boards too. */
export const scopes = [
  "boards:read",
  "boards:write",
  "pins:read",
  "pins:write",
  "user_accounts:read",
];

type Refused = Extract<ConnectOutcome, { kind: "refused" }>;

interface SignInPlace {
  readonly context: ConnectorContext;
  readonly settings: PinterestSettings;
}

/**
 * OAuth 2 with the app that the operator registered at Pinterest. There is no PKCE: the client secret and the
 * state protect the flow.
 */
export function authorizationFor(settings: PinterestSettings): Authorization {
  return {
    ...manifest.authorization,
    begin: (context, answers, callback) => begin({ context, settings }, answers, callback),
    finish: (context, memory, returned, callback) =>
      finish({ context, settings }, memory, returned, callback),
  };
}

const memory = z.object({ clientId: z.string(), clientSecret: z.string() });

async function begin(
  { context, settings }: SignInPlace,
  answers: Readonly<Record<string, string>>,
  callback: Callback,
): Promise<BeginOutcome> {
  const clientId = answers["clientId"]?.trim() ?? "";
  if (!clientId) return refused("wrong-credentials", "clientId", "No app id was given.");
  const clientSecret = answers["clientSecret"]?.trim() || (await knownSecret(context, clientId));
  if (!clientSecret) return refused("wrong-credentials", "clientSecret", "No secret was given.");
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: callback.url,
    response_type: "code",
    scope: scopes.join(","),
    state: callback.state,
  });
  const url = `${settings.web}/oauth/?${query.toString()}`;
  return { kind: "redirect", url, memory: { clientId, clientSecret } };
}

async function finish(
  { context, settings }: SignInPlace,
  remembered: JsonObject,
  returned: Readonly<Record<string, string>>,
  callback: Callback,
): Promise<ConnectOutcome> {
  const app = memory.parse(remembered);
  const back = returnedCode(returned);
  if ("declined" in back) return refused("declined", "clientId", back.declined);
  const form = {
    grant_type: "authorization_code",
    code: back.code,
    redirect_uri: callback.url,
    // Apps made before September 2025 get a refresh token that can be renewed without limit only if they ask
    // for it.
    continuous_refresh: "true",
  };
  const token = await callAsApp(context, settings, app, form, tokenAnswer);
  if (token.kind !== "ok") {
    if (token.kind === "expired") await forgetApp(context, app);
    return refusalOf(token, "clientSecret");
  }
  const missing = missingScopes(scopes, token.value.scope);
  if (missing.length > 0)
    return refused("declined", "clientId", `Not allowed: ${missing.join(", ")}`);
  await rememberApp(context, app);
  const credentials = credentialsOf(app, token.value, context.now());
  return opened({ context, settings }, settings.api, token.value.access_token, credentials);
}

/** Connects to the sandbox with the token that Pinterest shows on the app's page. */
export function openSandbox(
  context: ConnectorContext,
  settings: PinterestSettings,
  typed = "",
): Promise<ConnectOutcome> {
  const token = typed.trim();
  const place = { context, settings };
  return opened(place, settings.sandbox, token, sandboxCredentials(token), "sandboxToken");
}

async function opened(
  { context }: SignInPlace,
  origin: string,
  token: string,
  credentials: JsonObject,
  field = "clientId",
): Promise<ConnectOutcome> {
  const me = await callWithToken(context, origin, token, {
    path: "/user_account",
    shape: userAnswer,
  });
  if (me.kind !== "ok") return refusalOf(me, field);
  const { id, username } = me.value;
  return {
    kind: "connected",
    ...describedAs(me.value),
    remoteId: id ?? username.toLowerCase(),
    origin: placeOf(origin),
    credentials,
  };
}

function refusalOf(failure: Failure, field: string): Refused {
  if (failure.kind === "later") return refused("too-many-attempts", field, failure.detail);
  if (failure.kind === "expired")
    return refused("wrong-credentials", field, "Pinterest does not know it.");
  const isSilent = failure.kind === "not-sent" || failure.kind === "unknown";
  return refused(isSilent ? "unreachable" : "wrong-credentials", field, failure.detail);
}

function refused(code: ConnectFailure, field: string, detail: string): Refused {
  return { kind: "refused", code, field, detail };
}
