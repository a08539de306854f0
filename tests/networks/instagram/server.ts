import type { ServerResponse } from "node:http";

import { failAfter, failBefore, Faults, type FaultWords } from "../stand-in/faults.ts";
import { complaintsAboutGraph, fieldNames } from "../stand-in/graph-nodes.ts";
import { GraphProblem, noSuchObject } from "../stand-in/graph-problem.ts";
import { pressButton, serve, type Received, type Served } from "../stand-in/serve.ts";
import { WebhookSender } from "../stand-in/webhooks.ts";
import { Containers } from "./containers.ts";
import { InstagramOAuth, type InstagramApp } from "./oauth.ts";
import { authorizePage, servePages } from "./pages.ts";
import { routes, shownProfile, type Call, type Route } from "./routes.ts";
import { addPerson, personOf, type Person, type World } from "./world.ts";

export interface State {
  readonly app: InstagramApp;
  readonly world: World;
  /** The account that the product posts for. */
  readonly brand: Person;
  readonly oauth: InstagramOAuth;
  readonly webhooks: WebhookSender;
  readonly containers: Containers;
  readonly faults: Faults;
  readonly settings: {
    processingMs: number;
    postsPerDay: number;
    listingLagMs: number;
    /** Sent with every answer, as Meta tells how much of an allowance is used up. */
    usage: Record<string, string>;
  };
  /** What Meta's description does not have. */
  readonly complaints: string[];
}

export interface InstagramServer extends State, Served {
  join(username: string, name?: string): Person;
  /** Presses a button on the authorize page; the address that the person is sent back to. */
  authorize(url: string, as?: Person, decision?: "allow" | "deny"): Promise<string>;
}

export interface InstagramServerOptions {
  readonly port?: number;
  readonly now?: () => Date;
  readonly callbacks?: readonly string[];
}

/** A strict Instagram on loopback: API and sign-in page on one address. */
export async function startInstagramServer(
  options: InstagramServerOptions = {},
): Promise<InstagramServer> {
  const now = options.now ?? (() => new Date());
  const world: World = { now, people: [], posts: [] };
  const app: InstagramApp = {
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
    postsPerDay: 100,
    listingLagMs: 0,
    usage: {},
  };
  const state: State = {
    app,
    world,
    brand: addPerson(world, "noorderwol", "Noorderwol"),
    oauth: new InstagramOAuth(app, now),
    webhooks: new WebhookSender(app.clientSecret),
    containers: new Containers(world, settings),
    faults: new Faults(),
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
  const isApi = /^(\/facebook)?\/v25\.0\//.test(pathname) || tokenRoutes.has(pathname);
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
  ["/facebook/v25.0/me/accounts", listPages],
]);

/** One page a person, on which their account hangs. */
function listPages({ oauth, world }: State, query: URLSearchParams): object {
  const { personId, pageToken } = oauth.pagesOf(query);
  const us = personOf(world, personId);
  const page = { id: `1${us.id}`, name: us.name, access_token: pageToken };
  return { data: [{ ...page, instagram_business_account: shownProfile(us) }] };
}

async function serveApi(
  state: State,
  { method, url }: Received,
  query: URLSearchParams,
  response: ServerResponse,
): Promise<void> {
  const isThroughFacebook = url.pathname.startsWith("/facebook");
  const path = url.pathname.replace(/^(\/facebook)?\/v25\.0/, "");
  const route = routes.find((one) => one.method === method && one.path.test(path));
  if (!route) throw noSuchObject(path);
  state.complaints.push(...complaintsOf(route, query, isThroughFacebook));
  const fault = state.faults.take(route.name);
  if (await failBefore(fault, response, faultWords)) return;
  const body = await carryOut(state, route, { path, query, isThroughFacebook });
  if (failAfter(fault, response, faultWords)) return;
  send(response, 200, body, state.settings.usage);
}

const alone = "ForIGOnlyAPI";

/** What the description of April 2026 lacks, and Meta's pages have. */
const newer: Readonly<Record<string, string>> = {
  [`POST IGUser${alone}/media_publish`]: "the description spells the edge without its _",
  "POST IGUser/media is_ai_generated": "Instagram Platform changelog, 22 June 2026",
  [`POST IGUser${alone}/media is_ai_generated`]: "Instagram Platform changelog, 22 June 2026",
  [`DELETE IGMedia${alone}/#delete`]: "comments are deleted at the same kind of address",
  "IGMedia.status_code": "a container is read at the same kind of address",
  "IGMedia.status": "a container is read at the same kind of address",
  [`IGMedia${alone}.status_code`]: "a container is read at the same kind of address",
  [`IGMedia${alone}.status`]: "a container is read at the same kind of address",
  "IGMedia.name": "a profile is read at the same kind of address",
  "IGMedia.profile_picture_url": "a profile is read at the same kind of address",
  "IGMedia.followers_count": "a profile is read at the same kind of address",
};

function complaintsOf(
  { by, method }: Route,
  query: URLSearchParams,
  isThroughFacebook: boolean,
): string[] {
  const named = (node: string) =>
    node === "User" || node === "Media" ? `IG${node}${isThroughFacebook ? "" : alone}` : node;
  // Through Facebook it is the page behind the account that is subscribed.
  const isOfPage = isThroughFacebook && by.edge === "subscribed_apps";
  const node = isOfPage ? "Page" : named(by.node);
  const request = { ...by, method, node, answers: named(by.answers) };
  const fields = fieldNames(query.get("fields") ?? "");
  return complaintsAboutGraph(request, [...query.keys()], fields, newer);
}

async function carryOut(
  state: State,
  route: Route,
  { path, query, isThroughFacebook }: Pick<Call, "query" | "isThroughFacebook"> & { path: string },
) {
  const personId = isThroughFacebook
    ? state.oauth.personIdOfPage(query)
    : state.oauth.personIdOf(query.get("access_token"), route.scope);
  const us = personOf(state.world, personId);
  const id = route.path.exec(path)?.[1] ?? "";
  if (route.by.node === "User" && id !== "me" && id !== us.id) throw noSuchObject(id);
  return route.answer({ ...state, us, id, query, isThroughFacebook });
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
        "1": [{ type: "instagram", call_count: 100, estimated_time_to_regain_access: 7 }],
      }),
    },
    body: { error: { code: 80_002, message: "There have been too many calls to this account." } },
  },
  unavailable: {
    error: { code: 2, is_transient: true, message: "An unexpected error has occurred." },
  },
};
