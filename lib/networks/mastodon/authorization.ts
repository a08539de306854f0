import { createHash, randomBytes } from "node:crypto";

import { z } from "zod";

import type { Authorization, Callback, ConnectorContext } from "../contract/connector.ts";
import type { BeginOutcome, ConnectOutcome } from "../contract/outcome.ts";
import type { JsonObject } from "../contract/remote.ts";
import { appAt, scopes } from "./app.ts";
import { exchange, type Answer } from "./call.ts";
import { connectedAs } from "./connected-as.ts";
import { instanceAt } from "./instance.ts";
import { manifest } from "./manifest.ts";
import { refusalOf, refused } from "./refusal.ts";
import { serverAddress } from "./server-address.ts";
import { tokenAnswer } from "./wire.ts";

/** OAuth code flow with PKCE. */
export const authorization: Authorization = {
  ...manifest.authorization,
  begin,
  finish,
};

const memory = z.object({
  origin: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  verifier: z.string(),
});

async function begin(
  context: ConnectorContext,
  answers: Readonly<Record<string, string>>,
  callback: Callback,
): Promise<BeginOutcome> {
  const typed = answers["server"] ?? "";
  const origin = serverAddress(typed);
  if (!origin) return refused("bad-address", "server", typed.trim());
  const instance = await instanceAt(context, origin);
  if (instance.kind !== "ok") return refusalOf(instance);
  const app = await appAt(context, origin, callback);
  if (app.kind !== "ok") return refusalOf(app);

  const verifier = randomBytes(32).toString("base64url");
  const url = `${origin}/oauth/authorize?${new URLSearchParams({
    response_type: "code",
    client_id: app.value.clientId,
    redirect_uri: callback.url,
    scope: scopes.join(" "),
    state: callback.state,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  }).toString()}`;
  return { kind: "redirect", url, memory: { origin, ...app.value, verifier } };
}

async function finish(
  context: ConnectorContext,
  remembered: JsonObject,
  returned: Readonly<Record<string, string>>,
  callback: Callback,
): Promise<ConnectOutcome> {
  const { origin, clientId, clientSecret, verifier } = memory.parse(remembered);
  const { code, iss, error, error_description: words } = returned;
  if (iss && iss.replace(/\/$/, "") !== origin)
    return refused("not-this-network", "server", `The answer came from ${iss}.`);
  if (!code) return refused("declined", "server", words ?? error ?? "No code came back.");

  const token = await tradeCode(context, origin, {
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uri: callback.url,
    code,
    code_verifier: verifier,
  });
  if (token.kind !== "ok") return refusalOf(token);
  const { access_token: accessToken, scope } = token.value;
  const missing = missingIn(scope);
  if (missing.length > 0)
    return refused("declined", "server", `Not allowed: ${missing.join(" ")}.`);
  return connectedAs(context, origin, { accessToken, clientId, clientSecret });
}

function tradeCode(
  context: ConnectorContext,
  origin: string,
  fields: Readonly<Record<string, string>>,
): Promise<Answer<z.infer<typeof tokenAnswer>>> {
  return exchange(context, origin, {
    method: "POST",
    path: "/oauth/token",
    shape: tokenAnswer,
    body: { grant_type: "authorization_code", scope: scopes.join(" "), ...fields },
  });
}

/** A wide scope (`read`) covers its narrow ones. Servers that do not tell have granted what was asked. */
function missingIn(granted: string | undefined): string[] {
  if (granted === undefined) return [];
  const given = new Set(granted.split(/\s+/));
  return scopes.filter((scope) => !given.has(scope) && !given.has(scope.split(":")[0] ?? scope));
}
