import { z } from "zod";

import type { Authorization, Callback, ConnectorContext } from "../contract/connector.ts";
import type { BeginOutcome, ConnectFailure, ConnectOutcome } from "../contract/outcome.ts";
import type { JsonObject } from "../contract/remote.ts";
import { forgetApp, knownSecret, rememberApp } from "./app.ts";
import { callAsApp, type Answer } from "./call.ts";
import { showMe } from "./describe.ts";
import type { Failure } from "./failure.ts";
import { loadTwitterApi } from "./load-twitter-api.ts";
import { manifest } from "./manifest.ts";
import { web, type XSettings } from "./settings.ts";
import { credentialsOf, type Client } from "./token.ts";
import { tokenAnswer, type TokenAnswer } from "./wire.ts";

/** `like.read` tells who liked, `offline.access` gives the token that renews; X offers tools nothing else we need. */
export const scopes = [
  "tweet.read",
  "tweet.write",
  "users.read",
  "media.write",
  "like.read",
  "offline.access",
];

type Refused = Extract<ConnectOutcome, { kind: "refused" }>;

/** OAuth 2 with PKCE, for the app that whoever runs this installation has made at X. */
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
  const { TwitterApi } = await loadTwitterApi();
  const { url, codeVerifier: verifier } = new TwitterApi({ clientId }).generateOAuth2AuthLink(
    callback.url,
    { scope: scopes, state: callback.state },
  );
  const page = new URL(url.replace(web, settings.web));
  // The library writes it in lower case; the standard and X's documents do not.
  page.searchParams.set("code_challenge_method", "S256");
  const client = { clientId, ...(clientSecret ? { clientSecret } : {}) };
  return { kind: "redirect", url: page.href, memory: { ...client, verifier } };
}

async function finish(
  { context, settings }: { context: ConnectorContext; settings: XSettings },
  remembered: JsonObject,
  returned: Readonly<Record<string, string>>,
  callback: Callback,
): Promise<ConnectOutcome> {
  const { verifier, clientId, clientSecret } = memory.parse(remembered);
  const { code, error, error_description: words } = returned;
  if (!code) return refused("declined", words ?? error ?? "No code came back.");
  const client = { clientId, ...(clientSecret ? { clientSecret } : {}) };
  const token = await tradeCode({ context, settings }, client, { code, verifier, callback });
  if (token.kind !== "ok") {
    // The app may have another secret now, or none: the next try is as it is typed.
    if (token.kind === "expired") await forgetApp(context, client);
    return refusalOf(token);
  }
  await rememberApp(context, client);
  const missing = missingIn(token.value.scope);
  if (missing.length > 0) return refused("declined", `Not allowed: ${missing.join(" ")}.`);
  const credentials = credentialsOf(client, token.value, context.now());
  if (!credentials) return refused("declined", "X gave no refresh token.");
  const me = await showMe(context, settings, token.value.access_token);
  if (me.kind !== "ok") return refusalOf(me);
  const { kind: _kind, ...described } = me.value;
  return { kind: "connected", ...described, origin: settings.api, credentials };
}

function tradeCode(
  { context, settings }: { context: ConnectorContext; settings: XSettings },
  client: Client,
  { code, verifier, callback }: { code: string; verifier: string; callback: Callback },
): Promise<Answer<TokenAnswer>> {
  const form = {
    grant_type: "authorization_code",
    code,
    redirect_uri: callback.url,
    code_verifier: verifier,
    client_id: client.clientId,
  };
  return callAsApp(context, settings, client, tokenAnswer, ({ v2 }) =>
    v2.post("oauth2/token", form, { forceBodyMode: "url" }),
  );
}

function missingIn(granted: string | undefined): string[] {
  if (granted === undefined) return [];
  const given = new Set(granted.split(/\s+/));
  return scopes.filter((scope) => !given.has(scope));
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
