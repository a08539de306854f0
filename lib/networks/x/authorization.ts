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
import { showMe } from "./describe.ts";
import type { Failure } from "./failure.ts";
import { manifest } from "./manifest.ts";
import type { XSettings } from "./settings.ts";
import { credentialsOf } from "./token.ts";

/**
 * `like.read` allows reading who liked a post; `offline.access` provides the refresh token. No other scope is
 * useful.
 */
export const scopes = [
  "tweet.read",
  "tweet.write",
  "users.read",
  "media.write",
  "like.read",
  "offline.access",
];

type Refused = Extract<ConnectOutcome, { kind: "refused" }>;

/** OAuth 2 with PKCE, for an app that the operator or the workspace registered at X. */
export function authorizationFor(settings: XSettings): Authorization {
  return {
    ...manifest.authorization,
    begin: (context, answers, callback) => begin({ context, settings }, answers, callback),
    finish: (context, memory, returned, callback) =>
      finish({ context, settings }, memory, returned, callback),
  };
}

const memory = z.object({
  clientId: z.string(),
  clientSecret: z.string().optional(),
  verifier: z.string(),
});

async function begin(
  { context, settings }: { context: ConnectorContext; settings: XSettings },
  answers: Readonly<Record<string, string>>,
  callback: Callback,
): Promise<BeginOutcome> {
  const clientId = answers["clientId"]?.trim() ?? "";
  const clientSecret = answers["clientSecret"]?.trim() || (await knownSecret(context, clientId));
  if (!clientId) return refused("wrong-credentials", "No client id was given.");
  const page = `${settings.web}/i/oauth2/authorize`;
  const { url, verifier } = beginCodeFlow({ page, clientId, scopes, callback });
  const client = { clientId, ...(clientSecret ? { clientSecret } : {}) };
  return { kind: "redirect", url, memory: { ...client, verifier } };
}

async function finish(
  { context, settings }: { context: ConnectorContext; settings: XSettings },
  remembered: JsonObject,
  returned: Readonly<Record<string, string>>,
  callback: Callback,
): Promise<ConnectOutcome> {
  const { verifier, clientId, clientSecret } = memory.parse(remembered);
  const back = returnedCode(returned);
  if ("declined" in back) return refused("declined", back.declined);
  const client = { clientId, ...(clientSecret ? { clientSecret } : {}) };
  const form = codeForm(clientId, { code: back.code, verifier, callback });
  const token = await callAsApp(context, settings, client, tokenAnswer, ({ v2 }) =>
    v2.post("oauth2/token", form, { forceBodyMode: "url" }),
  );
  if (token.kind !== "ok") {
    // The app may have a new secret or none, so the remembered one is deleted and the next sign-in uses what
    // is typed.
    if (token.kind === "expired") await forgetApp(context, client);
    return refusalOf(token);
  }
  await rememberApp(context, client);
  const missing = missingScopes(scopes, token.value.scope);
  if (missing.length > 0) return refused("declined", `Not allowed: ${missing.join(" ")}.`);
  const credentials = credentialsOf(client, token.value, context.now());
  if (!credentials) return refused("declined", "X gave no refresh token.");
  const me = await showMe(context, settings, token.value.access_token);
  if (me.kind !== "ok") return refusalOf(me);
  const { kind: _kind, ...described } = me.value;
  return { kind: "connected", ...described, origin: settings.api, credentials };
}

function refusalOf(failure: Failure): Refused {
  const detail = "detail" in failure ? failure.detail : "";
  if (failure.kind === "later") return refused("too-many-attempts", detail);
  const isSilent = failure.kind === "not-sent" || failure.kind === "unknown";
  return refused(isSilent ? "unreachable" : "wrong-credentials", detail);
}

function refused(code: ConnectFailure, detail: string): Refused {
  return { kind: "refused", code, field: "clientId", detail };
}
