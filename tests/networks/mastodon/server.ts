import type { IncomingMessage, ServerResponse } from "node:http";

import { failAfter, failBefore, Faults, type FaultWords } from "../stand-in/faults.ts";
import {
  pressButton,
  serve,
  type Received,
  type Recorded,
  type Served,
} from "../stand-in/serve.ts";
import { readSpecification, type Specification } from "../stand-in/specification.ts";
import { control } from "./control.ts";
import { ApiError, readBody, type Incoming, type Reply } from "./http.ts";
import { errorJson } from "./oauth.ts";
import { actorOf, type Actor } from "./people.ts";
import { RateLimits, type Budgets } from "./rate-limits.ts";
import { routeOf, type Route } from "./routes.ts";
import { Streams } from "./streaming.ts";
import { asMastodon, type Traits } from "./traits.ts";
import { defaultConfiguration, type Configuration, type Token, World } from "./world.ts";

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

export interface MastodonServer extends Served {
  readonly domain: string;
  readonly world: World;
  readonly faults: Faults;
  readonly streams: Streams;
  readonly limits: RateLimits;
  readonly requests: readonly Seen[];
  /** What the network's specification finds wrong with requests, and with answers of ours. */
  readonly complaints: readonly string[];
  /** Somebody new; with a domain, from another server. */
  join(displayName: string, domain?: string): Actor;
  /** Presses a button of the authorize page at `address` as this person; returns the address they are sent back to. */
  authorize(address: string, actor: Actor, decision?: Decision): Promise<string>;
}

export type Decision = "authorize" | "deny";

export interface Seen extends Recorded {
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
    complaints: [] as string[],
    specification: await readSpecification("mastodon"),
  };
  const served = await serve(options.port, (received, response) =>
    answer(parts, received, response),
  );
  world.origin = served.url;
  world.domain = options.domain ?? "mastodon.test";
  return {
    ...parts,
    ...served,
    get requests() {
      return served.requests.map((one) => ({ ...one, fields: fieldsOf(one) }));
    },
    domain: world.domain,
    join: (displayName, domain) => actorOf(world, world.join(displayName, domain)),
    authorize: (address, actor, decision = "authorize") =>
      pressButton(address, { account: actor.person.id, decision }),
    async stop() {
      parts.streams.stop();
      await served.stop();
    },
  };
}

function fieldsOf({ headers, bytes }: Recorded): Incoming["fields"] {
  try {
    return readBody(headers["content-type"] ?? "", bytes).fields;
  } catch {
    return {};
  }
}

type Parts = Pick<MastodonServer, "world" | "faults" | "limits" | "streams"> & {
  readonly complaints: string[];
  readonly specification: Specification | undefined;
};

async function answer(parts: Parts, received: Received, response: ServerResponse): Promise<void> {
  const { method, url, bytes } = received;
  if (url.pathname === "/control") return send(response, control(parts, method, bytes), {});
  const words = wordsAt(parts.world.now());
  // The server's own clock: whoever asks can tell how far theirs is off.
  response.setHeader("date", parts.world.now().toUTCString());
  const fault = parts.faults.take(`${method} ${url.pathname}`);
  if (await failBefore(fault, response, words)) return;
  const headers: Record<string, string> = {};
  try {
    const { route, incoming } = read(parts, received);
    Object.assign(headers, parts.limits.spend(incoming));
    if (route.stream) return parts.streams.begin(response, incoming.token);
    const reply = await route.answer(incoming);
    if (route.isSpecified) check(parts, incoming, reply);
    if (!failAfter(fault, response, words)) send(response, reply, headers);
  } catch (error) {
    sendError(response, error, headers);
  }
}

function wordsAt(now: Date): FaultWords {
  const reset = new Date(now.getTime() + 90_000).toISOString();
  const limit = { "x-ratelimit-limit": "300", "x-ratelimit-remaining": "0" };
  return {
    page: { before: 502, after: 502 },
    malformed: '{"id":"1',
    tooMany: {
      headers: { ...limit, "x-ratelimit-reset": reset },
      body: { error: "Too many requests" },
    },
    unavailable: { error: "Remote data could not be fetched" },
  };
}

/** Only what Mastodon itself would be sent and say: its relatives are another matter. */
function check({ specification, complaints }: Parts, incoming: Incoming, reply: Reply): void {
  const { world, method, path, query, headers, fields } = incoming;
  if (!specification || world.traits.software?.name !== "mastodon") return;
  const isJson = headers["content-type"]?.startsWith("application/json");
  const asked = {
    method,
    path: query.size > 0 ? `${path}?${query.toString()}` : path,
    body: isJson ? fields : undefined,
    headers: { "content-type": "application/json", authorization: headers.authorization ?? "" },
  };
  const all = [
    ...(isJson ? specification.complaintsAbout(asked) : []),
    ...specification.complaintsAboutAnswer(asked, reply.status ?? 200, reply.json),
  ];
  const unknown = all.filter((complaint) => !excused.some(([words]) => words.test(complaint)));
  complaints.push(...unknown.map((complaint) => `${method} ${path}: ${complaint}`));
}

/** Where the specification is stricter than servers are, and why that stands. */
const excused: readonly (readonly [complaint: RegExp, why: string])[] = [
  [/requestBody\/redirect_uris must be array/, "before 4.3 only a text is taken; it still is"],
  [/\/(status|quote) must (be null|match exactly one)/, "a quote fits two of its alternatives"],
  [/^\/requestBody must (match exactly one|have required)/, "its alternatives overlap"],
];

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
  { world }: Parts,
  { method, url, request, bytes }: Received,
): { route: Route; incoming: Incoming } {
  const { headers } = request;
  const { pathname: path, searchParams: query } = url;
  const found = routeOf(method, path);
  if (!found || found.route.isMissing?.(world.traits)) throw new NoAddress();
  const { fields, files } = readBody(headers["content-type"] ?? "", bytes);
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
