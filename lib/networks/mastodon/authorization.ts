import { z } from "zod";

import type { BeginOutcome, ConnectOutcome } from "../contract/connect-outcome.ts";
import type { Authorization, Callback } from "../contract/connector.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { ConnectorContext } from "../contract/session.ts";
import {
  beginCodeFlow,
  codeForm,
  missingScopes,
  returnedCode,
  tokenAnswer,
} from "../kit/code-flow.ts";
import { appAt, scopes } from "./app.ts";
import { exchange } from "./call.ts";
import { connectedAs } from "./connected-as.ts";
import { instanceAt } from "./instance.ts";
import { manifest } from "./manifest.ts";
import { refusalOf, refused } from "./refusal.ts";
import { serverAddress } from "./server-address.ts";

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
  // A closed server does not answer this without a sign-in. Registering the app then shows whether it is
  // Mastodon.
  if (instance.kind !== "ok" && instance.kind !== "reconnect") return refusalOf(instance);
  const app = await appAt(context, origin, callback);
  if (app.kind === "reconnect") return refused("not-this-network", "server", app.detail);
  if (app.kind !== "ok") return refusalOf(app);

  const { url, verifier } = beginCodeFlow({
    page: `${origin}/oauth/authorize`,
    clientId: app.value.clientId,
    scopes,
    callback,
  });
  return { kind: "redirect", url, memory: { origin, ...app.value, verifier } };
}

async function finish(
  context: ConnectorContext,
  remembered: JsonObject,
  returned: Readonly<Record<string, string>>,
  callback: Callback,
): Promise<ConnectOutcome> {
  const { origin, clientId, clientSecret, verifier } = memory.parse(remembered);
  const { iss } = returned;
  if (iss && iss.replace(/\/$/, "") !== origin)
    return refused("not-this-network", "server", `The answer came from ${iss}.`);
  const back = returnedCode(returned);
  if ("declined" in back) return refused("declined", "server", back.declined);

  const token = await exchange(context, origin, {
    method: "POST",
    path: "/oauth/token",
    shape: tokenAnswer,
    body: {
      ...codeForm(clientId, { code: back.code, verifier, callback }),
      client_secret: clientSecret,
      scope: scopes.join(" "),
    },
  });
  if (token.kind !== "ok") return refusalOf(token);
  const { access_token: accessToken, scope } = token.value;
  const missing = missingScopes(scopes, scope, isCovered);
  if (missing.length > 0)
    return refused("declined", "server", `Not allowed: ${missing.join(" ")}.`);
  return connectedAs(context, origin, { accessToken, clientId, clientSecret });
}

/** Whether a scope is granted: a wide scope (`read`) includes its narrow ones. */
function isCovered(given: ReadonlySet<string>, scope: string): boolean {
  return given.has(scope) || given.has(scope.split(":")[0] ?? scope);
}
