import { z } from "zod";

import type { BeginOutcome, ConnectFailure, ConnectOutcome } from "../contract/connect-outcome.ts";
import type { Authorization, Callback } from "../contract/connector.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { ConnectorContext } from "../contract/session.ts";
import { forgetApp, knownSecret, rememberApp } from "../kit/app-secret.ts";
import {
  beginCodeFlow,
  codeForm,
  missingScopes,
  returnedCode,
  tokenAnswer,
} from "../kit/code-flow.ts";
import { callAsApp } from "./call.ts";
import type { Failure } from "./failure.ts";
import { manifest } from "./manifest.ts";
import { listPlaces } from "./opened-places.ts";
import type { GoogleSettings } from "./settings.ts";
import { credentialsOf } from "./token.ts";

export const scopes = ["https://www.googleapis.com/auth/business.manage"];

type Refused = Extract<ConnectOutcome, { kind: "refused" }>;

interface SignInPlace {
  readonly context: ConnectorContext;
  readonly settings: GoogleSettings;
}

/** OAuth 2 with PKCE, with the app that the operator registered at Google. */
export function authorizationFor(settings: GoogleSettings): Authorization {
  return {
    ...manifest.authorization,
    begin: (context, answers, callback) => begin({ context, settings }, answers, callback),
    finish: (context, memory, returned, callback) =>
      finish({ context, settings }, memory, returned, callback),
  };
}

const memory = z.object({
  clientId: z.string(),
  clientSecret: z.string(),
  verifier: z.string(),
});

async function begin(
  { context, settings }: SignInPlace,
  answers: Readonly<Record<string, string>>,
  callback: Callback,
): Promise<BeginOutcome> {
  const clientId = answers["clientId"]?.trim() ?? "";
  if (!clientId) return refused("wrong-credentials", "clientId", "No client id was given.");
  const clientSecret = answers["clientSecret"]?.trim() || (await knownSecret(context, clientId));
  if (!clientSecret) return refused("wrong-credentials", "clientSecret", "No secret was given.");
  const { url, verifier } = beginCodeFlow({ page: settings.page, clientId, scopes, callback });
  // Google returns a refresh token only with these parameters; `prompt=consent` makes it return one again.
  const lasting = "&access_type=offline&prompt=consent";
  return { kind: "redirect", url: url + lasting, memory: { clientId, clientSecret, verifier } };
}

async function finish(
  { context, settings }: SignInPlace,
  remembered: JsonObject,
  returned: Readonly<Record<string, string>>,
  callback: Callback,
): Promise<ConnectOutcome> {
  const { verifier, ...app } = memory.parse(remembered);
  const back = returnedCode(returned);
  if ("declined" in back) return refused("declined", "clientId", back.declined);
  const form = codeForm(app.clientId, { code: back.code, verifier, callback });
  const secret = { client_secret: app.clientSecret };
  const token = await callAsApp(context, settings, { ...form, ...secret }, tokenAnswer);
  if (token.kind !== "ok") {
    if (token.kind === "refused") await forgetApp(context, app);
    return refusalOf(token, "clientSecret");
  }
  const missing = missingScopes(scopes, token.value.scope);
  if (missing.length > 0 || !token.value.refresh_token)
    return refused("declined", "clientId", "Managing the business profile was not allowed.");
  await rememberApp(context, app);
  const listed = await listPlaces(context, settings, token.value.access_token);
  if (listed.kind !== "ok") return refusalOf(listed, "clientId");
  const { hasMore } = listed;
  const accounts = listed.places.map(({ place, ...opened }) => ({
    ...opened,
    origin: settings.posts,
    credentials: credentialsOf(app, token.value, context.now(), { place }),
  }));
  const [only] = accounts;
  if (!only) return refused("nothing-there", "clientId", "There is no place.");
  return accounts.length > 1 || only.unusable
    ? { kind: "choice", accounts, hasMore }
    : { kind: "connected", ...only };
}

function refusalOf(failure: Failure, field: string): Refused {
  if (failure.kind === "expired") return refused("wrong-credentials", field, "It has run out.");
  if (failure.kind === "later") return refused("too-many-attempts", field, failure.detail);
  if (failure.kind === "refused" && failure.code === "app-in-trial")
    return refused("app-refused", field, failure.detail);
  const isSilent = failure.kind === "not-sent" || failure.kind === "unknown";
  return refused(isSilent ? "unreachable" : "wrong-credentials", field, failure.detail);
}

function refused(code: ConnectFailure, field: string, detail: string): Refused {
  return { kind: "refused", code, field, detail };
}
