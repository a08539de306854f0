import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

import type { Runtime } from "../kernel/context.ts";
import { findSession } from "../workspaces/session.ts";
import { withActionCall, type ActionCall } from "./action-calls.ts";
import { bodyLimit } from "./body-limits.ts";
import { clientAddress } from "./client-address.ts";
import type { Environment } from "./environment.ts";
import { knownHosts } from "./known-hosts.ts";
import { readBody, withoutBody, type BodyFault } from "./read-body.ts";
import { refuseRequest } from "./refuse-request.ts";
import {
  contentSecurityPolicy,
  isForgery,
  isHarmless,
  isReadableAddress,
  standingHeaders,
} from "./request-guard.ts";
import { readCookie, sessionCookieName } from "./session-cookie.ts";

export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Checks every request before it reaches a page or route: known host, own origin, session, and body size. */
export function guardRequests(
  pages: Handler,
  env: Environment,
  runtime: Runtime,
  isDevelopment: boolean,
): Handler {
  const standing = Object.entries(standingHeaders(env.publicUrl));
  const isKnown = knownHosts(env);
  return async (request, response) => {
    for (const [name, value] of standing) response.setHeader(name, value);
    const { host } = request.headers;
    if (!isKnown({ host, localAddress: request.socket.localAddress }))
      return refuseRequest(request, response, "unknown-host", { address: env.publicUrl });
    if (!isReadableAddress(request.url)) return refuseRequest(request, response, "bad-address");
    if (isForgery(request.method, request.headers, env.publicUrl))
      return refuseRequest(request, response, "foreign-origin");
    rewriteHeaders(request, env);
    addPolicy(request, response, contentSecurityPolicyFor(env, isDevelopment));
    if (isHarmless(request.method)) return pages(request, response);
    const whole = await receive(request, response, env, runtime).catch(
      () => "unavailable" as const,
    );
    if (typeof whole !== "string") return callPage(pages, whole, response);
    if (whole === "broken") return response.destroy();
    return refuseRequest(request, response, whole);
  };
}

/**
 * Sets `host` to the one that the browser uses, because a proxy may send its own. Removes headers that only
 * the server itself may set, and adds the client's address.
 */
function rewriteHeaders(request: IncomingMessage, env: Environment): void {
  const { headers, socket } = request;
  const client = clientAddress(
    socket.remoteAddress,
    headers["x-forwarded-for"]?.toString(),
    env.trustedProxies,
  );
  for (const name of Object.keys(headers))
    if (/^(x-forwarded-|x-shoutloop-|forwarded$|x-middleware-)/.test(name)) delete headers[name];
  headers["x-shoutloop-client"] = client;
  const origin = isHarmless(request.method) ? undefined : headers.origin;
  headers.host = origin ? new URL(origin).host : (headers.host ?? new URL(env.publicUrl).host);
}

function contentSecurityPolicyFor(env: Environment, isDevelopment: boolean) {
  const nonce = randomBytes(16).toString("base64");
  return { nonce, policy: contentSecurityPolicy(nonce, env, isDevelopment) };
}

function addPolicy(
  request: IncomingMessage,
  response: ServerResponse,
  { nonce, policy }: { readonly nonce: string; readonly policy: string },
): void {
  // Uploads have their own, stricter policy, which this header would override.
  if (!request.url?.startsWith("/api/media/"))
    response.setHeader("content-security-policy", policy);
  request.headers["content-security-policy"] = policy;
  request.headers["x-nonce"] = nonce;
}

/** Reads the body. Its limit depends on whether the user is signed in. */
async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  env: Environment,
  runtime: Runtime,
): Promise<IncomingMessage | BodyFault> {
  const token = readCookie(request.headers.cookie, sessionCookieName(env.publicUrl));
  const user = await findSession(runtime, token);
  const path = URL.parse(request.url ?? "", "http://here")?.pathname ?? "";
  const limit = bodyLimit(path, user !== undefined);
  if (!limit) return withoutBody(request);
  return readBody(request, response, limit);
}

/**
 * Calls a page. If an action failed before our code accepted its arguments, the client's request was invalid,
 * so the status is 400 instead of 500.
 */
function callPage(pages: Handler, request: IncomingMessage, response: ServerResponse): unknown {
  const isAction =
    request.headers["next-action"] !== undefined ||
    request.headers["content-type"]?.startsWith("multipart/form-data") === true;
  if (!isAction || request.url?.startsWith("/api/")) return pages(request, response);
  const call: ActionCall = { state: "unread" };
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = (...args: unknown[]) => {
    const status = Number(args[0] ?? response.statusCode);
    const isTheirs = call.state === "refused" || (call.state === "unread" && status === 500);
    return isTheirs ? writeHead(400, ...args.slice(1)) : writeHead(...args);
  };
  return withActionCall(call, () => pages(request, response));
}
