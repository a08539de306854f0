import type {
  ITwitterApiBeforeRequestConfigHookArgs,
  TwitterApi,
  TwitterResponse,
} from "twitter-api-v2";
import type { z } from "zod";

import { HttpFailure, type HttpRequest, type HttpResponse } from "../../kernel/ports.ts";
import type { ConnectorContext, Session } from "../contract/session.ts";
import { restUntil } from "../kit/rate-limit.ts";
import { excerpt, parseJson } from "../kit/response-text.ts";
import { failureOfTransport } from "../kit/transport-failure.ts";
import { failureOfAnswer, rateLimits, type Failure } from "./failure.ts";
import { loadTwitterApi } from "./load-twitter-api.ts";
import { outgoing, type Caller } from "./outgoing.ts";
import { api, type XSettings } from "./settings.ts";
import { accessToken, type Client } from "./token.ts";

export type Answer<Value> =
  /** `restUntil`: this answer used up the rate limit. */
  { readonly kind: "ok"; readonly value: Value; readonly restUntil?: Date } | Failure;

/** Makes one call as the account, only to the API for which its credentials were issued. */
export async function callAs<Value>(
  session: Session,
  settings: XSettings,
  shape: z.ZodType<Value>,
  work: (client: TwitterApi) => Promise<unknown>,
  timeoutMs?: number,
): Promise<Answer<Value>> {
  if (session.account.origin !== settings.api)
    return {
      kind: "reconnect",
      detail: `This account was connected at ${session.account.origin}.`,
    };
  const token = accessToken(session.credentials, session.now());
  if (!token) return { kind: "expired" };
  return exchange(session, settings, token, { shape, work, timeoutMs });
}

/** Makes one call with an access token that does not belong to an account yet. */
export function callWithToken<Value>(
  context: Pick<ConnectorContext, "http" | "now">,
  settings: XSettings,
  token: string,
  shape: z.ZodType<Value>,
  work: (client: TwitterApi) => Promise<unknown>,
): Promise<Answer<Value>> {
  return exchange(context, settings, token, { shape, work });
}

/** Makes one call of the app itself, to exchange codes and tokens. */
export function callAsApp<Value>(
  context: Pick<ConnectorContext, "http" | "now">,
  settings: XSettings,
  { clientId, clientSecret }: Client,
  shape: z.ZodType<Value>,
  work: (client: TwitterApi) => Promise<unknown>,
): Promise<Answer<Value>> {
  return exchange(context, settings, { clientId, clientSecret }, { shape, work });
}

interface Work<Value> {
  readonly shape: z.ZodType<Value>;
  readonly work: (client: TwitterApi) => Promise<unknown>;
  readonly timeoutMs?: number | undefined;
}

async function exchange<Value>(
  context: Pick<ConnectorContext, "http" | "now">,
  settings: XSettings,
  caller: Caller,
  { shape, work, timeoutMs }: Work<Value>,
): Promise<Answer<Value>> {
  let answered: HttpResponse | undefined;
  const client = await clientOn(caller, async (address, request) => {
    const isApi = address.startsWith(`${api}/`);
    answered = await context.http.send(isApi ? settings.api + address.slice(api.length) : address, {
      ...request,
      ...(timeoutMs ? { timeoutMs } : {}),
    });
    if (answered.status < 200 || answered.status > 299) throw new NoSuccess();
    return { data: parseJson(answered), headers: {} };
  });
  try {
    const read = shape.safeParse(await work(client));
    if (!read.success)
      return { kind: "unknown", detail: excerpt(`Unreadable answer: ${read.error.message}`) };
    const rest = answered && restUntil(answered, context.now(), rateLimits);
    return { kind: "ok", value: read.data, ...(rest ? { restUntil: rest } : {}) };
  } catch (error) {
    if (error instanceof HttpFailure) return failureOfTransport(error);
    if (error instanceof NoSuccess && answered) return failureOfAnswer(answered, context.now());
    throw error;
  }
}

/** Thrown for an unsuccessful answer, which the caller keeps in a variable. */
class NoSuccess extends Error {}

/**
 * Creates a client of `twitter-api-v2`, which knows X's addresses and formats but would open connections
 * without our guards. A plugin takes each request and sends it with our HTTP client.
 */
async function clientOn(
  caller: Caller,
  send: (address: string, request: HttpRequest) => Promise<TwitterResponse<unknown>>,
): Promise<TwitterApi> {
  const { TwitterApi } = await loadTwitterApi();
  const settings = {
    plugins: [
      {
        onBeforeRequestConfig: ({ params }: ITwitterApiBeforeRequestConfigHookArgs) => {
          const { address, request } = outgoing(params, caller);
          return send(address, request);
        },
      },
    ],
  };
  return typeof caller === "string"
    ? new TwitterApi(caller, settings)
    : new TwitterApi({ clientId: caller.clientId }, settings);
}
