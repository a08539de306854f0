import type { HttpFailure } from "../../../kernel/ports.ts";
import type {
  BeginOutcome,
  ConnectFailure,
  ConnectOutcome,
} from "../../contract/connect-outcome.ts";
import type { Authorization, Callback } from "../../contract/connector.ts";
import type { JsonObject } from "../../contract/remote.ts";
import type { ConnectorContext } from "../../contract/session.ts";
import { pasted } from "../../kit/pasted.ts";
import { callAs } from "../call.ts";
import { confirmedHandle } from "../confirmed-handle.ts";
import { manifest } from "../manifest.ts";
import { defaultServer, serverAddress } from "../server-address.ts";
import { handleIn, isHandle, usualDomain } from "../typed-handle.ts";
import { profileAnswer } from "../wire.ts";
import { scope, type ClientPlace } from "./client-metadata.ts";
import { openClient, type StoredSignIn } from "./client.ts";
import { sealedOAuth } from "./credentials.ts";
import { causeOf } from "./failure.ts";

type Refused = Extract<ConnectOutcome, { kind: "refused" }>;

/**
 * OAuth as the AT Protocol requires it: pushed authorization request, PKCE, and tokens bound to a key (DPoP).
 */
export const authorization: Authorization = {
  ...manifest.authorization,
  begin,
  finish,
};

async function begin(
  context: ConnectorContext,
  answers: Readonly<Record<string, string>>,
  callback: Callback,
): Promise<BeginOutcome> {
  const typed = pasted(answers["handle"]);
  const kept: StoredSignIn = {};
  try {
    const client = await openClient(context, placeOf(callback), kept);
    const url = await authorizeAt(client, entriesOf(typed));
    // The library generates the `state` parameter itself and uses it as the key of its stored state.
    const memory: JsonObject = { state: asStored(kept.state) };
    return { kind: "redirect", url: url.href, memory, state: kept.stateName ?? callback.state };
  } catch (error) {
    return refusalOf(error, typed);
  }
}

/** Returns what the typed text can be, the most likely first: a handle, a server name or an address. */
function entriesOf(typed: string): readonly string[] {
  if (typed === "") return [defaultServer];
  const handle = handleIn(typed, usualDomain);
  if (handle.startsWith("did:")) return [handle];
  const server = serverAddress(typed);
  const isAddress = /^https?:\/\//i.test(typed);
  // Handles are host names too, so `https://anna.example` may be a handle or a server.
  if (isAddress && !typed.includes("/profile/"))
    return [server ?? typed, ...(isHandle(handle) ? [handle] : [])];
  return [handle, ...(server && !isAddress ? [server] : [])];
}

async function authorizeAt(
  client: Awaited<ReturnType<typeof openClient>>,
  [entry = defaultServer, ...others]: readonly string[],
): Promise<URL> {
  try {
    return await client.authorize(entry, { scope });
  } catch (error) {
    if (others.length === 0 || causeOf(error).answer) throw error;
    return authorizeAt(client, others).catch(() => Promise.reject(error));
  }
}

async function finish(
  context: ConnectorContext,
  memory: JsonObject,
  returned: Readonly<Record<string, string>>,
  callback: Callback,
): Promise<ConnectOutcome> {
  const place = placeOf(callback);
  const kept: StoredSignIn = {
    state: memory["state"] as unknown as NonNullable<StoredSignIn["state"]>,
  };
  try {
    const client = await openClient(context, place, kept);
    const query = new URLSearchParams(returned);
    const redirect = { redirect_uri: callback.url } as Parameters<typeof client.callback>[1];
    await client.callback(query, redirect);
  } catch (error) {
    return refusalOf(error, "");
  }
  if (!kept.session) throw new Error("The sign-in left no session.");
  const { sub, aud } = kept.session.tokenSet;
  return described(context, {
    remoteId: sub,
    origin: new URL(aud).origin,
    credentials: sealedOAuth(place, kept.session, context.now()),
  });
}

/** Display name and avatar are optional, so an account without a readable profile is connected too. */
async function described(
  context: ConnectorContext,
  known: { remoteId: string; origin: string; credentials: JsonObject },
): Promise<ConnectOutcome> {
  const { remoteId, origin, credentials } = known;
  const account = { id: "", remoteId, handle: remoteId, origin };
  const noImage = () => Promise.reject(new Error("A sign-in has no images."));
  const images = { image: noImage, sharedImage: noImage, video: noImage };
  const asked = await callAs(
    { ...context, account, credentials, ...images },
    { method: "app.bsky.actor.getProfile", shape: profileAnswer, params: { actor: remoteId } },
  );
  const profile = asked.kind === "ok" ? asked.value : {};
  const handle = confirmedHandle(profile.handle) ?? remoteId;
  const displayName = profile.displayName?.trim() || handle;
  return { kind: "connected", ...known, handle, displayName, avatarUrl: profile.avatar };
}

const transportFailures: Partial<Record<HttpFailure["reason"], ConnectFailure>> = {
  "private-address": "private-address",
  "not-https": "not-https",
  "bad-address": "bad-address",
  "not-found": "not-found",
};

function refusalOf(error: unknown, typed: string): Refused {
  const { transport, answer, detail } = causeOf(error);
  if (transport) return refused(transportFailures[transport.reason] ?? "unreachable", detail);
  if (answer && answer.status >= 500) return refused("unreachable", detail);
  if (answer?.status === 429) return refused("too-many-attempts", detail);
  // The server refused our client metadata or the returned code.
  if (answer) return refused("app-refused", detail);
  return refused(typed === "" ? "not-this-network" : "unknown-handle", detail);
}

function refused(code: ConnectFailure, detail: string): Refused {
  return { kind: "refused", code, field: "handle", detail };
}

function placeOf({ publicUrl, url }: Callback): ClientPlace {
  return { publicUrl, callbackUrl: url };
}

function asStored(value: unknown): JsonObject {
  return JSON.parse(JSON.stringify(value ?? {}));
}
