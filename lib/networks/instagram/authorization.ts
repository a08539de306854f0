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
import type { InstagramSettings } from "./settings.ts";
import { profileAnswer, profileFields, shortToken } from "./wire.ts";

const scopes = [
  "instagram_business_basic",
  "instagram_business_content_publish",
  "instagram_business_manage_comments",
  "instagram_business_manage_insights",
];

type Refused = Extract<ConnectOutcome, { kind: "refused" }>;

/** OAuth 2 without PKCE. The code gives a token of one hour, which is exchanged for one of sixty days. */
export function authorizationFor(settings: InstagramSettings): Authorization {
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
  readonly settings: InstagramSettings;
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
  if (token.kind !== "ok") return refusalOf(token, "clientSecret");
  await rememberApp(context, app);
  const { access_token: accessToken } = token.value;
  const me = await graphCall(
    context,
    settings.api,
    { path: "/me", params: { fields: `user_id,${profileFields}` }, shape: profileAnswer },
    accessToken,
  );
  if (me.kind !== "ok") return refusalOf(me, "clientId");
  const credentials = credentialsOf(app, token.value, context.now());
  return {
    kind: "connected",
    ...describedAs(me.value),
    remoteId: me.value.user_id ?? me.value.id,
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
  const short = await graphCall(context, settings.codes, {
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
  const trade = { grant_type: "ig_exchange_token", client_secret: clientSecret };
  return graphCall(
    context,
    new URL(settings.api).origin,
    { path: "/access_token", shape: longToken, params: trade },
    short.value.access_token,
  );
}

export function refusalOf(failure: GraphFailure, field: string): Refused {
  if (failure.kind === "later") return refused("too-many-attempts", field, failure.detail);
  const isSilent = failure.kind === "not-sent" || failure.kind === "unknown";
  return refused(isSilent ? "unreachable" : "wrong-credentials", field, failure.detail);
}

export function refused(code: ConnectFailure, field: string, detail: string): Refused {
  return { kind: "refused", code, field, detail };
}
