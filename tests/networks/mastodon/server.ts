import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

import { control } from "./control.ts";
import { failWith, Faults, isBefore } from "./faults.ts";
import { ApiError, bytesOf, readBody, type Incoming, type Reply } from "./http.ts";
import { errorJson } from "./oauth.ts";
import { actorOf, type Actor } from "./people.ts";
import { RateLimits, type Budgets } from "./rate-limits.ts";
import { routeOf, type Route } from "./routes.ts";
import { Streams } from "./streaming.ts";
import {
  asMastodon,
  defaultConfiguration,
  type Configuration,
  type Token,
  type Traits,
  World,
} from "./world.ts";

export interface MastodonServerOptions {
  readonly port?: number;
  readonly now?: () => Date;
  readonly configuration?: Partial<Configuration>;
  readonly budgets?: Partial<Budgets>;
  readonly traits?: Partial<Traits>;
  /** Pictures answer 202 and are ready after so long. */
  readonly processingMs?: number;
  /** The name in people's handles, which need not be the address (default `mastodon.test`). */
  readonly domain?: string;
}

export interface MastodonServer {
  /** `http://127.0.0.1:…` */
  readonly url: string;
  readonly port: number;
  readonly domain: string;
  readonly world: World;
  readonly faults: Faults;
  readonly streams: Streams;
  readonly limits: RateLimits;
  readonly requests: readonly Seen[];
  /** Somebody new; with a domain, from another server. */
  join(displayName: string, domain?: string): Actor;
  /** Presses a button of the authorize page at `address` as this person; returns the address they are sent back to. */
  authorize(address: string, actor: Actor, decision?: Decision): Promise<string>;
  stop(): Promise<void>;
}

export type Decision = "authorize" | "deny";

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingMessage["headers"];
  readonly fields: Incoming["fields"];
}

/** A Mastodon server as its documentation (4.6) describes it, strict about everything that it is sent. */
export async function startMastodonServer(
  options: MastodonServerOptions = {},
): Promise<MastodonServer> {
  const world = new World(options.now ?? (() => new Date()));
  world.configuration = { ...defaultConfiguration, ...options.configuration };
  world.traits = { ...asMastodon, ...options.traits };
  world.processingMs = options.processingMs ?? 0;
  const parts = {
    world,
    faults: new Faults(),
    limits: new RateLimits(options.budgets),
    streams: new Streams(world),
    requests: [] as Seen[],
  };
  const server = createServer((request, response) => void answer(parts, request, response));
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port.");
  world.origin = `http://127.0.0.1:${address.port}`;
  world.domain = options.domain ?? "mastodon.test";
  return {
    ...parts,
    url: world.origin,
    port: address.port,
    domain: world.domain,
    join: (displayName, domain) => actorOf(world, world.join(displayName, domain)),
    authorize,
    async stop() {
      parts.streams.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Parts = Pick<MastodonServer, "world" | "faults" | "limits" | "streams"> & { requests: Seen[] };

async function answer(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = "GET", url = "/" } = request;
  const { pathname } = new URL(url, parts.world.origin);
  if (pathname === "/control")
    return send(response, control(parts, method, await bytesOf(request)), {});
  const fault = parts.faults.take(method, pathname);
  const body = await bytesOf(request);
  // The server's own clock: whoever asks can tell how far theirs is off.
  response.setHeader("date", parts.world.now().toUTCString());
  if (fault && isBefore(fault)) {
    parts.requests.push({
      method,
      path: pathname,
      query: "",
      headers: request.headers,
      fields: {},
    });
    return failWith(fault, response, parts.world.now());
  }
  const headers: Record<string, string> = {};
  try {
    const { route, incoming } = read(parts, request, body);
    Object.assign(headers, parts.limits.spend(incoming));
    if (route.stream) return parts.streams.begin(response, incoming.token);
    const reply = await route.answer(incoming);
    if (fault) return failWith(fault, response, parts.world.now());
    send(response, reply, headers);
  } catch (error) {
    sendError(response, error, headers);
  }
}

function sendError(response: ServerResponse, error: unknown, headers: Record<string, string>) {
  if (error instanceof NoAddress) return send(response, { status: 404, html: noSuchPage }, {});
  if (!(error instanceof ApiError)) throw error;
  const { status } = error;
  send(response, { status, json: errorJson(error) }, { ...headers, ...error.headers });
}

/** What is no address of this server is answered by whatever serves its pages. */
class NoAddress extends Error {}
const noSuchPage = "<h1>404 Not Found</h1>";

function read(
  { world, requests }: Parts,
  request: IncomingMessage,
  body: Buffer,
): { route: Route; incoming: Incoming } {
  const { method = "GET", url = "/", headers } = request;
  const { pathname: path, searchParams: query } = new URL(url, world.origin);
  const { fields, files } = readBody(headers["content-type"] ?? "", body);
  requests.push({ method, path, query: query.toString(), headers, fields });
  const found = routeOf(method, path);
  if (!found || found.route.isMissing?.(world.traits)) throw new NoAddress();
  const incoming = { world, method, path, query, headers, fields, files, caught: found.caught };
  return {
    route: found.route,
    incoming: { ...incoming, token: tokenFor(world, found.route, headers) },
  };
}

function tokenFor(world: World, { scopes, isOpen }: Route, headers: IncomingMessage["headers"]) {
  const value = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1];
  if (!value) {
    if (scopes && !isOpen) throw new ApiError(401, "The access token is invalid");
    return undefined;
  }
  const token = world.tokens.get(value);
  if (!token) throw new ApiError(401, "The access token is invalid");
  if (token.isRevoked) throw new ApiError(401, "The access token was revoked");
  if (scopes) checkScopes(token, scopes);
  return token;
}

function checkScopes({ person, scopes: granted }: Token, scopes: readonly string[]): void {
  if (person?.isSuspended) throw new ApiError(403, "Your login is currently disabled");
  if (!scopes.some((scope) => granted.includes(scope)))
    throw new ApiError(403, "This action is outside the authorized scopes");
}

function send(response: ServerResponse, reply: Reply, headers: Record<string, string>): void {
  const all = { ...headers, ...reply.headers };
  if (reply.html !== undefined)
    response
      .writeHead(reply.status ?? 200, { ...all, "content-type": "text/html; charset=utf-8" })
      .end(reply.html);
  else if (reply.json === undefined) response.writeHead(reply.status ?? 204, all).end();
  else
    response
      .writeHead(reply.status ?? 200, { ...all, "content-type": "application/json; charset=utf-8" })
      .end(JSON.stringify(reply.json));
}

async function authorize(
  address: string,
  actor: Actor,
  decision: Decision = "authorize",
): Promise<string> {
  const { origin, searchParams } = new URL(address);
  const page = await fetch(address);
  if (page.status !== 200) throw new Error(`The authorize page answered ${await page.text()}`);
  const body = new URLSearchParams(searchParams);
  body.set("account", actor.person.id);
  body.set("decision", decision);
  const pressed = { method: "POST", body, redirect: "manual" } as const;
  const answer = await fetch(`${origin}/oauth/authorize`, pressed);
  const location = answer.headers.get("location");
  if (!location) throw new Error(`Nobody was sent back: ${await answer.text()}`);
  return location;
}
