import { z } from "zod";

import type { BeginOutcome, ConnectFailure, ConnectOutcome } from "../contract/connect-outcome.ts";
import type { Authorization, Callback } from "../contract/connector.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { ConnectorContext } from "../contract/session.ts";
import { forgetApp, knownSecret, rememberApp } from "../kit/app-secret.ts";
import { returnedCode, tokenAnswer } from "../kit/code-flow.ts";
import { queryOf } from "../kit/request.ts";
import { callAsApp } from "./call.ts";
import type { Failure } from "./failure.ts";
import { manifest } from "./manifest.ts";
import { listOpened } from "./opened-accounts.ts";
import type { LinkedInSettings, Use } from "./settings.ts";
import { credentialsOf, scopesIn } from "./token.ts";

type Refused = Extract<ConnectOutcome, { kind: "refused" }>;

/**
 * OAuth 2 with the app that the operator registered at LinkedIn. LinkedIn has no PKCE for web apps: the
 * client secret and the state protect the flow.
 */
export function authorizationFor(settings: LinkedInSettings): Authorization {
  return {
    ...manifest.authorization,
    begin: (context, answers, callback) => begin({ context, settings }, answers, callback),
    finish: (context, memory, returned, callback) =>
      finish({ context, settings }, memory, returned, callback),
  };
}

interface Opening {
  readonly context: ConnectorContext;
  readonly settings: LinkedInSettings;
}

const memory = z.object({
  clientId: z.string(),
  clientSecret: z.string(),
  scopes: z.array(z.string()),
});

async function begin(
  { context, settings }: Opening,
  answers: Readonly<Record<string, string>>,
  callback: Callback,
): Promise<BeginOutcome> {
  const clientId = answers["clientId"]?.trim() ?? "";
  const clientSecret = answers["clientSecret"]?.trim() || (await knownSecret(context, clientId));
  if (!clientId) return refused("wrong-credentials", "No client id was given.");
  if (!clientSecret) return refused("wrong-credentials", "No secret was given.", "clientSecret");
  const scopes = [...settings.scopes[useIn(answers["use"] ?? "")]];
  const query = queryOf({
    response_type: "code",
    client_id: clientId,
    redirect_uri: callback.url,
    state: callback.state,
    scope: scopes.join(" "),
  });
  const url = `${settings.web}/oauth/v2/authorization${query}`;
  return { kind: "redirect", url, memory: { clientId, clientSecret, scopes } };
}

/** Reads the purpose from the form's value or from free text in English or Dutch. */
function useIn(written: string): Use {
  return /page|pagina|organi|compan|bedrijf/i.test(written) ? "pages" : "member";
}

async function finish(
  { context, settings }: Opening,
  remembered: JsonObject,
  returned: Readonly<Record<string, string>>,
  callback: Callback,
): Promise<ConnectOutcome> {
  const { scopes: asked, ...client } = memory.parse(remembered);
  const back = returnedCode(returned);
  if ("declined" in back) return notLetIn(returned["error"] ?? "", back.declined);
  const form = {
    grant_type: "authorization_code",
    code: back.code,
    redirect_uri: callback.url,
    client_id: client.clientId,
    client_secret: client.clientSecret,
  };
  const token = await callAsApp(context, settings, "/oauth/v2/accessToken", form, tokenAnswer);
  if (token.kind !== "ok") {
    // The app may have a new secret by now: forget the stored one, so the next sign-in uses the one entered.
    if (token.kind === "expired") await forgetApp(context, client);
    return refusalOf(token);
  }
  await rememberApp(context, client);
  const scopes = scopesIn(token.value.scope, asked);
  const opened = await listOpened(context, settings, token.value.access_token, scopes);
  if (opened.kind !== "ok") return refusalOf(opened);
  const { opened: all, hasMore } = opened.value;
  const isShared = all.length > 1;
  const known = { scopes, isShared };
  const credentials = credentialsOf(client, token.value, context.now(), known);
  const accounts = all.map((account) => ({ ...account, credentials }));
  const [only] = accounts;
  if (!only) return refused("nothing-there", `Granted: ${scopes.join(" ")}.`);
  const { sort: _sort, unusable, ...account } = only;
  return isShared || unusable
    ? { kind: "choice", accounts, hasMore }
    : { kind: "connected", ...account };
}

/** Tells an app that lacks a LinkedIn product (or is set up wrongly) from a person who declined. */
function notLetIn(error: string, detail: string): Refused {
  const isAboutApp = /scope|client|redirect/.test(error);
  return refused(isAboutApp ? "app-refused" : "declined", detail);
}

function refusalOf(failure: Failure): Refused {
  const detail = "detail" in failure ? failure.detail : "";
  if (failure.kind === "later") return refused("too-many-attempts", detail);
  if (failure.kind === "reconnect") return refused("declined", detail);
  const isSilent = failure.kind === "not-sent" || failure.kind === "unknown";
  return refused(isSilent ? "unreachable" : "wrong-credentials", detail);
}

function refused(code: ConnectFailure, detail: string, field = "clientId"): Refused {
  return { kind: "refused", code, field, detail };
}
