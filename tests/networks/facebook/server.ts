import type { ServerResponse } from "node:http";

import { failAfter, failBefore, Faults, type FaultWords } from "../stand-in/faults.ts";
import { complaintsAboutGraph, fieldNames } from "../stand-in/graph-nodes.ts";
import { GraphProblem, noSuchObject } from "../stand-in/graph-problem.ts";
import { fieldsOf } from "../stand-in/multipart.ts";
import { pressButton, serve, type Received, type Served } from "../stand-in/serve.ts";
import { WebhookSender } from "../stand-in/webhooks.ts";
import { FacebookOAuth, type FacebookApp } from "./oauth.ts";
import { authorizePage, servePages } from "./pages.ts";
import { routes, shownPage, type Route } from "./routes.ts";
import { addPage, addPerson, type Page, type Person, type World } from "./world.ts";

export interface State {
  readonly app: FacebookApp;
  readonly world: World;
  /** Who manages the brand's page. */
  readonly owner: Person;
  readonly page: Page;
  readonly oauth: FacebookOAuth;
  readonly webhooks: WebhookSender;
  readonly faults: Faults;
  readonly settings: {
    listingLagMs: number;
    /** `from` is left out of comments. */
    hidesAuthors: boolean;
    /** Recommendations are not told any more. */
    hidesRatings: boolean;
    /** Sent with every answer, as Meta tells how much of an allowance is used up. */
    usage: Record<string, string>;
  };
  /** What Meta's description does not have. */
  readonly complaints: string[];
}

export interface FacebookServer extends State, Served {
  join(name: string): Person;
  authorize(url: string, as?: Person, decision?: "allow" | "deny"): Promise<string>;
}

export interface FacebookServerOptions {
  readonly port?: number;
  readonly now?: () => Date;
  readonly callbacks?: readonly string[];
}

const version = "/v25.0";

/** A strict Facebook on loopback: API and sign-in page on one address. */
export async function startFacebookServer(
  options: FacebookServerOptions = {},
): Promise<FacebookServer> {
  const now = options.now ?? (() => new Date());
  const lists = { people: [], pages: [], posts: [], comments: [], photos: [], reviews: [] };
  const world: World = { now, ...lists };
  const app: FacebookApp = {
    clientId: "246813579",
    clientSecret: "0123456789abcdef0123456789abcdef",
    callbacks: options.callbacks ?? [
      "https://shoutloop.example/api/connect/callback",
      "http://localhost:3000/api/connect/callback",
      "http://127.0.0.1:3000/api/connect/callback",
    ],
  };
  const owner = addPerson(world, "Olga Wolters");
  const state: State = {
    app,
    world,
    owner,
    page: addPage(world, "Noorderwol", owner, { username: "noorderwol" }),
    oauth: new FacebookOAuth(app, now),
    webhooks: new WebhookSender(app.clientSecret),
    faults: new Faults(),
    settings: { listingLagMs: 0, hidesAuthors: false, hidesRatings: false, usage: {} },
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
    join: (name) => addPerson(world, name),
    authorize: (url, as = state.owner, decision = "allow") =>
      pressButton(url, { as: as.id, decision }),
  };
}

async function answer(state: State, received: Received, response: ServerResponse): Promise<void> {
  const { pathname } = received.url;
  if (pathname === `${version}/dialog/oauth`) return authorizePage(state, received, response);
  // Without a version Meta takes the oldest that an app has seen: nobody should rely on that.
  if (!pathname.startsWith(`${version}/`)) return servePages(state, received, response);
  const { query, file } = readCall(received);
  try {
    await serveApi(
      state,
      received,
      { query, file, path: pathname.slice(version.length) },
      response,
    );
  } catch (error) {
    if (!(error instanceof GraphProblem)) throw error;
    send(state, response, error.status, error.body, error.headers);
  }
}

function readCall({ url, bytes, request }: Received) {
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/")) {
    const query = new URLSearchParams([
      ...url.searchParams,
      ...new URLSearchParams(bytes.toString()),
    ]);
    return { query, file: undefined };
  }
  const fields = fieldsOf(type, bytes);
  const file = fields.get("source");
  fields.delete("source");
  const texts = [...fields].map(([name, value]) => [name, value.toString()]);
  return { query: new URLSearchParams(texts), file };
}

interface Asked {
  readonly query: URLSearchParams;
  readonly file: Buffer | undefined;
  readonly path: string;
}

async function serveApi(
  state: State,
  { method }: Received,
  asked: Asked,
  response: ServerResponse,
): Promise<void> {
  const { path, query } = asked;
  const personal = ofPeople[path];
  if (personal) return send(state, response, 200, personal(state, query));
  const route = routes.find((one) => one.method === method && one.path.test(path));
  if (!route) throw noSuchObject(path);
  state.complaints.push(...complaintsOf(route, query));
  const fault = state.faults.take(route.name);
  if (await failBefore(fault, response, faultWords)) return;
  const body = await carryOut(state, route, asked);
  if (failAfter(fault, response, faultWords)) return;
  send(state, response, 200, body);
}

/** Comments are read and changed at addresses that posts have, too; the picture of a page is no field in the description. */
const newer: Readonly<Record<string, string>> = {
  "Page.picture": "Page: edge picture, read as a field",
  "Profile.type": "Reaction: type, which reactions have and profiles do not",
  "PagePost.like_count": "Comment: asked at the same kind of address",
  "PagePost.comment_count": "Comment: asked at the same kind of address",
};

function complaintsOf({ by, method }: Route, query: URLSearchParams): string[] {
  const fields = fieldNames(query.get("fields") ?? "");
  return complaintsAboutGraph({ ...by, method }, [...query.keys()], fields, newer);
}

async function carryOut(state: State, route: Route, { path, query, file }: Asked): Promise<object> {
  const { pageId } = state.oauth.check(query, route.scope);
  const page = state.world.pages.find(({ id }) => id === pageId);
  const id = route.path.exec(path)?.[1] ?? "";
  const isOther = route.by.node === "Page" && id !== page?.id;
  if (!page || isOther) throw noSuchObject(id);
  return route.answer({ ...state, page, id, query, file });
}

/** What is asked as a person, while signing in. */
const ofPeople: Readonly<Record<string, (state: State, query: URLSearchParams) => object>> = {
  "/oauth/access_token": ({ oauth }, query) => oauth.trade(query),
  "/me/permissions": ({ oauth }, query) => {
    const { scopes } = oauth.check(query);
    const given = [...scopes].map((permission) => ({ permission, status: "granted" }));
    const refused = [...oauth.declined].map((permission) => ({ permission, status: "declined" }));
    return { data: [...given, ...refused] };
  },
  "/me/accounts": ({ oauth, world }, query) => {
    const { personId } = oauth.check(query, "pages_show_list");
    const size = Number(query.get("limit") ?? 25);
    const from = Number(query.get("after") ?? 0);
    const all = world.pages.filter(({ roles }) => roles.has(personId));
    const shown = all.slice(from, from + size);
    const data = shown.map((page) => ({
      ...shownPage(page),
      access_token: oauth.pageToken(query, page.id),
      tasks: page.roles.get(personId),
    }));
    const hasMore = from + size < all.length;
    const cursors = { before: "0", after: String(from + size) };
    return { data, paging: { cursors, ...(hasMore && { next: "https://next.example" }) } };
  },
};

function send(
  { settings }: State,
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  const usual = {
    "content-type": "application/json; charset=UTF-8",
    "facebook-api-version": version.slice(1),
  };
  response.writeHead(status, { ...usual, ...settings.usage, ...headers }).end(JSON.stringify(body));
}

/** What goes wrong at Meta, in its words. */
const faultWords: FaultWords = {
  page: { before: 503, after: 502 },
  malformed: '{"id":"179',
  tooMany: {
    headers: {
      "x-business-use-case-usage": JSON.stringify({
        "1": [{ type: "pages", call_count: 100, estimated_time_to_regain_access: 7 }],
      }),
    },
    body: { error: { code: 80_001, message: "There have been too many calls to this Page." } },
  },
  unavailable: {
    error: { code: 2, is_transient: true, message: "An unexpected error has occurred." },
  },
};
