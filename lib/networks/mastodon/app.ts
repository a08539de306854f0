import { z } from "zod";

import type { Callback } from "../contract/connector.ts";
import type { ConnectorContext } from "../contract/session.ts";
import { tokenAnswer } from "../kit/code-flow.ts";
import { exchange, type Answer } from "./call.ts";
import { appAnswer } from "./wire.ts";

/** Only what the product needs. `write:statuses` covers boosting, editing and deleting. */
export const scopes = [
  "read:accounts",
  "read:statuses",
  "read:notifications",
  "write:statuses",
  "write:media",
  "write:favourites",
] as const;

const app = z.object({ clientId: z.string(), clientSecret: z.string() });
export type App = z.infer<typeof app>;

/**
 * Returns our app on this server, registered once per callback address. Servers delete an app that nobody
 * signed in with for a day, so a remembered app is checked first.
 */
export async function appAt(
  context: ConnectorContext,
  origin: string,
  callback: Pick<Callback, "url" | "publicUrl">,
): Promise<Answer<App>> {
  const key = `app ${origin} ${callback.url}`;
  const known = app.safeParse(await context.memory.recall(key)).data;
  if (known && (await isKnownThere(context, origin, known)))
    return { kind: "ok", value: known, status: 200, headers: new Headers() };
  const answer = await register(context, origin, callback);
  if (answer.kind === "ok") await context.memory.remember(key, { ...answer.value });
  return answer;
}

async function register(
  context: ConnectorContext,
  origin: string,
  { url, publicUrl }: Pick<Callback, "url" | "publicUrl">,
): Promise<Answer<App>> {
  const answer = await exchange(context, origin, {
    method: "POST",
    path: "/api/v1/apps",
    shape: appAnswer,
    body: {
      client_name: "Shoutloop",
      redirect_uris: url,
      scopes: scopes.join(" "),
      website: publicUrl,
    },
  });
  if (answer.kind !== "ok") return answer;
  const { client_id: clientId, client_secret: clientSecret } = answer.value;
  return { ...answer, value: { clientId, clientSecret } };
}

async function isKnownThere(
  context: ConnectorContext,
  origin: string,
  known: App,
): Promise<boolean> {
  const answer = await exchange(context, origin, {
    method: "POST",
    path: "/oauth/token",
    shape: tokenAnswer,
    body: {
      grant_type: "client_credentials",
      client_id: known.clientId,
      client_secret: known.clientSecret,
    },
  });
  return answer.kind === "ok";
}
