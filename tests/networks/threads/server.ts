import type { ServerResponse } from "node:http";

import { failAfter, failBefore, Faults, type FaultWords } from "../stand-in/faults.ts";
import { GraphProblem, noSuchObject } from "../stand-in/graph-problem.ts";
import { pressButton, serve, type Received, type Served } from "../stand-in/serve.ts";
import { WebhookSender } from "../stand-in/webhooks.ts";
import { complaintsAbout } from "./collection.ts";
import { Containers } from "./containers.ts";
import { ThreadsOAuth, type ThreadsApp } from "./oauth.ts";
import { authorizePage, servePages } from "./pages.ts";
import { routes, type Call, type Route } from "./routes.ts";
import { addPerson, personOf, type Person, type World } from "./world.ts";

export interface State {
  readonly app: ThreadsApp;
  readonly world: World;
  /** The account that the product posts for. */
  readonly brand: Person;
  readonly oauth: ThreadsOAuth;
  readonly webhooks: WebhookSender;
  readonly containers: Containers;
  readonly faults: Faults;
  readonly meter: { deletions: number };
  readonly settings: {
    processingMs: number;
    postsPerDay: number;
    listingLagMs: number;
    /** Whether Meta has looked at the app: mentions are told only then. */
    isReviewed: boolean;
    /** Sent with every answer, as Meta tells how much of an allowance is used up. */
    usage: Record<string, string>;
  };
  /** Requests that Meta's own collection of them does not know. */
  readonly complaints: string[];
}

export interface ThreadsServer extends State, Served {
  join(username: string, name?: string): Person;
  /** Presses a button on the authorize page; the address that the person is sent back to. */
  authorize(url: string, as?: Person, decision?: "allow" | "deny"): Promise<string>;
}

export interface ThreadsServerOptions {
  readonly port?: number;
  readonly now?: () => Date;
  readonly callbacks?: readonly string[];
}

/** A strict Threads on loopback: API and sign-in page on one address. */
export async function startThreadsServer(
  options: ThreadsServerOptions = {},
): Promise<ThreadsServer> {
  const now = options.now ?? (() => new Date());
  const world: World = { now, people: [], posts: [] };
  const app: ThreadsApp = {
    clientId: "123456789",
    clientSecret: "a secret / with & signs",
    callbacks: options.callbacks ?? [
      "https://shoutloop.example/api/connect/callback",
      "http://localhost:3000/api/connect/callback",
      "http://127.0.0.1:3000/api/connect/callback",
    ],
  };
  const settings = {
    processingMs: 0,
    postsPerDay: 250,
    listingLagMs: 0,
    isReviewed: true,
    usage: {},
  };
  const state: State = {
    app,
    world,
    brand: addPerson(world, "noorderwol", "Noorderwol"),
    oauth: new ThreadsOAuth(app, now),
    webhooks: new WebhookSender(app.clientSecret),
    containers: new Containers(world, settings),
    faults: new Faults(),
    meter: { deletions: 0 },
    settings,
    complaints: [],
  };
  const served = await serve(
    options.port,
    (received, response) => answer(state, received, response),
    (words) => state.complaints.push(words),
  );
  return {
    ...state,
    ...served,
    join: (username, name = username) => addPerson(world, username, name),
    authorize: (url, as = state.brand, decision = "allow") =>
      pressButton(url, { as: as.username, decision }),
  };
}

async function answer(state: State, received: Received, response: ServerResponse): Promise<void> {
  const { pathname } = received.url;
  if (pathname === "/oauth/authorize") return authorizePage(state, received, response);
  const isApi = pathname.startsWith("/v1.0/") || tokenRoutes.has(pathname);
  if (!isApi) return servePages(state, received, response);
  const query = new URLSearchParams([
    ...received.url.searchParams,
    ...new URLSearchParams(received.bytes.toString()),
  ]);
  try {
    const token = tokenRoutes.get(pathname);
    if (token) return send(response, 200, token(state, query), state.settings.usage);
    await serveApi(state, received, query, response);
  } catch (error) {
    if (!(error instanceof GraphProblem)) throw error;
    send(response, error.status, error.body, { ...state.settings.usage, ...error.headers });
  }
}

const tokenRoutes = new Map<string, (state: State, query: URLSearchParams) => object>([
  ["/oauth/access_token", ({ oauth }, query) => oauth.trade(query)],
  ["/access_token", ({ oauth }, query) => oauth.exchange(query)],
  ["/refresh_access_token", ({ oauth }, query) => oauth.refresh(query)],
]);

async function serveApi(
  state: State,
  { method, url }: Received,
  query: URLSearchParams,
  response: ServerResponse,
): Promise<void> {
  const path = url.pathname.slice("/v1.0".length);
  const route = routes.find((one) => one.method === method && one.path.test(path));
  if (!route) throw noSuchObject(path);
  state.complaints.push(...complaintsAbout(method, path, [...query.keys()]));
  const fault = state.faults.take(route.name);
  if (await failBefore(fault, response, faultWords)) return;
  const body = await carryOut(state, route, path, query);
  if (failAfter(fault, response, faultWords)) return;
  send(response, 200, body, state.settings.usage);
}

async function carryOut(state: State, route: Route, path: string, query: URLSearchParams) {
  const us = personOf(state.world, state.oauth.personIdOf(query.get("access_token"), route.scope));
  const id = route.path.exec(path)?.[1] ?? "";
  if (route.path.source.includes("[^/]+") && id !== "me" && id !== us.id) throw noSuchObject(id);
  const call: Call = { ...state, us, id, query };
  return route.answer(call);
}

function send(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string>,
): void {
  const type = { "content-type": "application/json; charset=UTF-8" };
  response.writeHead(status, { ...type, ...headers }).end(JSON.stringify(body));
}

/** What goes wrong at Meta, in its words. */
const faultWords: FaultWords = {
  page: { before: 503, after: 502 },
  malformed: '{"id":"179',
  tooMany: {
    headers: {
      "x-business-use-case-usage": JSON.stringify({
        "1": [{ type: "threads", call_count: 100, estimated_time_to_regain_access: 7 }],
      }),
    },
    body: { error: { code: 80_002, message: "There have been too many calls to this account." } },
  },
  unavailable: {
    error: { code: 2, is_transient: true, message: "An unexpected error has occurred." },
  },
};
