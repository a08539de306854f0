import { z } from "zod";

import type { BeginOutcome, ConnectFailure, ConnectOutcome } from "../contract/connect-outcome.ts";
import type { Authorization, Callback } from "../contract/connector.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { ConnectorContext } from "../contract/session.ts";
import { knownSecret, rememberApp } from "../kit/app-secret.ts";
import { returnedCode } from "../kit/code-flow.ts";
import { graphCall } from "../kit/graph-call.ts";
import type { GraphFailure } from "../kit/graph-failure.ts";
import { credentialsOf, longToken } from "../kit/long-token.ts";
import { placeOf } from "../kit/server-place.ts";
import { describedAs } from "./describe.ts";
import { manifest } from "./manifest.ts";
import type { ThreadsSettings } from "./settings.ts";
import { profileAnswer, profileFields, shortToken } from "./wire.ts";

/**
 * The scopes to ask for. Meta grants `threads_manage_mentions` after a review only; without it only mentions
 * are missing.
 */
export const scopes = [
  "threads_basic",
  "threads_content_publish",
  "threads_read_replies",
  "threads_manage_replies",
  "threads_manage_insights",
  "threads_manage_mentions",
  "threads_delete",
];

type Refused = Extract<ConnectOutcome, { kind: "refused" }>;

/** OAuth 2 without PKCE. The code gives a token of one hour, which is exchanged for one of sixty days. */
export function authorizationFor(settings: ThreadsSettings): Authorization {
  return {
    ...manifest.authorization,
    ...(settings.isStandIn && { availability: () => "available" as const }),
    begin: (context, answers, callback) => begin({ context, settings }, answers, callback),
    finish: (context, memory, returned, callback) =>
      finish({ context, settings }, memory, returned, callback),
  };
}

const memory = z.object({ clientId: z.string(), clientSecret: z.string() });

interface SignInPlace {
  readonly context: ConnectorContext;
  readonly settings: ThreadsSettings;
}

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
    scope: scopes.join(","),
    response_type: "code",
    state: callback.state,
  });
  const url = `${settings.web}/oauth/authorize?${query.toString()}`;
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
  const token = await tradeCode({ context, settings }, app, back.code, callback);
  if (token.kind !== "ok") return refusalOf(token);
  await rememberApp(context, app);
  const { access_token: accessToken } = token.value;
  const me = await graphCall(
    context,
    settings.api,
    { path: "/me", params: { fields: profileFields }, shape: profileAnswer },
    accessToken,
  );
  if (me.kind !== "ok") return refusalOf(me);
  const credentials = credentialsOf(app, token.value, context.now());
  return {
    kind: "connected",
    ...describedAs(me.value),
    remoteId: me.value.id,
    origin: placeOf(settings.api),
    credentials,
  };
}

/**
 * Exchanges the code for a token that lasts an hour, and that token at once for one that lasts sixty days.
 */
async function tradeCode(
  { context, settings }: SignInPlace,
  { clientId, clientSecret }: z.infer<typeof memory>,
  code: string,
  callback: Pick<Callback, "url">,
) {
  const host = new URL(settings.api).origin;
  const short = await graphCall(context, host, {
    method: "POST",
    path: "/oauth/access_token",
    shape: shortToken,
    params: {
      client_id: clientId,
      client_secret: clientSecret,
      code,
      grant_type: "authorization_code",
      redirect_uri: callback.url,
    },
  });
  if (short.kind !== "ok") return short;
  const trade = { grant_type: "th_exchange_token", client_secret: clientSecret };
  return graphCall(
    context,
    host,
    { path: "/access_token", shape: longToken, params: trade },
    short.value.access_token,
  );
}

function refusalOf(failure: GraphFailure): Refused {
  if (failure.kind === "later") return refused("too-many-attempts", "clientId", failure.detail);
  const isSilent = failure.kind === "not-sent" || failure.kind === "unknown";
  return refused(isSilent ? "unreachable" : "wrong-credentials", "clientId", failure.detail);
}

function refused(code: ConnectFailure, field: string, detail: string): Refused {
  return { kind: "refused", code, field, detail };
}
