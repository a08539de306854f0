import { z } from "zod";

import type { BeginOutcome, ConnectOutcome } from "../contract/connect-outcome.ts";
import type { Authorization, Callback } from "../contract/connector.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { ConnectorContext } from "../contract/session.ts";
import { knownSecret, rememberApp } from "../kit/app-secret.ts";
import { returnedCode } from "../kit/code-flow.ts";
import { graphCall, type GraphAnswer } from "../kit/graph-call.ts";
import { manifest } from "./manifest.ts";
import { openPages, refusalOf, refused } from "./opened-pages.ts";
import type { FacebookSettings } from "./settings.ts";
import { tokenAnswer } from "./wire.ts";

const scopes = [
  "pages_show_list",
  "pages_manage_posts",
  "pages_read_engagement",
  "pages_manage_engagement",
  "pages_read_user_content",
  "pages_manage_metadata",
  "read_insights",
];

/**
 * OAuth 2 without PKCE. The person's token is exchanged for a long-lived one; the page tokens read with that
 * one do not expire.
 */
export function authorizationFor(settings: FacebookSettings): Authorization {
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
  readonly settings: FacebookSettings;
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
  const url = `${settings.dialog}/dialog/oauth?${query.toString()}`;
  return { kind: "redirect", url, memory: { clientId, clientSecret } };
}

async function finish(
  place: SignInPlace,
  remembered: JsonObject,
  returned: Readonly<Record<string, string>>,
  callback: Callback,
): Promise<ConnectOutcome> {
  const app = memory.parse(remembered);
  const back = returnedCode(returned);
  if ("declined" in back) return refused("declined", "clientId", back.declined);
  const token = await tradeCode(place, app, back.code, callback);
  if (token.kind !== "ok") return refusalOf(token, "clientSecret");
  await rememberApp(place.context, app);
  const who = { token: token.value, appSecret: app.clientSecret };
  return openPages(place.context, place.settings, who, "clientId");
}

/**
 * Exchanges the code for a token that lasts an hour or two, and that token at once for one that lasts sixty
 * days.
 */
async function tradeCode(
  { context, settings }: SignInPlace,
  { clientId, clientSecret }: z.infer<typeof memory>,
  code: string,
  callback: Pick<Callback, "url">,
): Promise<GraphAnswer<string>> {
  const app = { client_id: clientId, client_secret: clientSecret };
  const ask = (params: Record<string, string>) =>
    graphCall(context, settings.api, {
      path: "/oauth/access_token",
      params: { ...app, ...params },
      shape: tokenAnswer,
    });
  const short = await ask({ redirect_uri: callback.url, code });
  if (short.kind !== "ok") return short;
  const long = await ask({
    grant_type: "fb_exchange_token",
    fb_exchange_token: short.value.access_token,
  });
  return long.kind === "ok" ? { kind: "ok", value: long.value.access_token } : long;
}
