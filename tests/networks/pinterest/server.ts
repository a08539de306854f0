import type { ServerResponse } from "node:http";

import { failAfter, failBefore, Faults, type FaultWords } from "../stand-in/faults.ts";
import { pressButton, serve, type Received, type Served } from "../stand-in/serve.ts";
import { readSpecification, type Specification } from "../stand-in/specification.ts";
import { PinterestOAuth, type PinterestApp } from "./oauth.ts";
import { authorizePage, servePages } from "./pages.ts";
import { invalid, notFound, PinterestProblem } from "./problem.ts";
import { routes, type Route } from "./routes.ts";
import { addBoard, addPerson, personOf, type Board, type Person, type World } from "./world.ts";

export interface State {
  readonly app: PinterestApp;
  readonly world: World;
  /** The account that the product posts for. */
  readonly brand: Person;
  readonly board: Board;
  readonly oauth: PinterestOAuth;
  readonly faults: Faults;
  readonly settings: { isTrial: boolean; listingLagMs: number; headers: Record<string, string> };
  /** Requests and answers that Pinterest's specification does not know. */
  readonly complaints: string[];
  readonly checked: { requests: number; answers: number };
  readonly specification: Specification | undefined;
}

export interface PinterestServer extends State, Served {
  join(username: string, name?: string): Person;
  /** Presses a button on the authorize page; the address that the person is sent back to. */
  authorize(url: string, as?: Person, decision?: "allow" | "deny"): Promise<string>;
}

export interface PinterestServerOptions {
  readonly port?: number;
  readonly now?: () => Date;
  readonly callbacks?: readonly string[];
}

/** A strict Pinterest on loopback: API, sandbox and sign-in page on one address. */
export async function startPinterest(
  options: PinterestServerOptions = {},
): Promise<PinterestServer> {
  const now = options.now ?? (() => new Date());
  const world: World = { now, people: [], boards: [], pins: [] };
  const app: PinterestApp = {
    clientId: "1500001",
    clientSecret: "a secret / with & signs",
    callbacks: options.callbacks ?? [
      "https://shoutloop.example/api/connect/callback",
      "http://localhost:3000/api/connect/callback",
      "http://127.0.0.1:3000/api/connect/callback",
    ],
  };
  const brand = addPerson(world, "noorderwol", "Noorderwol");
  const state: State = {
    app,
    world,
    brand,
    board: addBoard(world, brand, "Shawls"),
    oauth: new PinterestOAuth(app, now),
    faults: new Faults(),
    settings: { isTrial: false, listingLagMs: 0, headers: {} },
    complaints: [],
    checked: { requests: 0, answers: 0 },
    specification: await readSpecification("pinterest"),
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
    authorize: (url, as = brand, decision = "allow") =>
      pressButton(url, { as: as.username, decision }),
  };
}

async function answer(state: State, received: Received, response: ServerResponse): Promise<void> {
  const { pathname } = received.url;
  if (pathname === "/oauth/") return authorizePage(state, received, response);
  const base = /^(\/sandbox)?\/v5(?=\/)/.exec(pathname);
  if (!base) return servePages(state, received, response);
  const place = { path: pathname.slice(base[0].length), isSandbox: base[1] !== undefined };
  try {
    await serveApi(state, received, place, response);
  } catch (error) {
    if (!(error instanceof PinterestProblem)) throw error;
    send(state, response, error.status, error.body);
  }
}

interface Place {
  readonly path: string;
  readonly isSandbox: boolean;
}

async function serveApi(
  state: State,
  received: Received,
  { path, isSandbox }: Place,
  response: ServerResponse,
): Promise<void> {
  const { method, request } = received;
  const authorization = request.headers.authorization ?? "";
  const body = bodyOf(received);
  checkRequest(state, received, path, body);
  if (path === "/oauth/token" && method === "POST") {
    const form = new URLSearchParams(received.bytes.toString());
    const token = state.oauth.token(authorization, form);
    checkAnswer(state, received, path, 200, token);
    return send(state, response, 200, token);
  }
  const route = routes.find((one) => one.method === method && one.path.test(path));
  if (!route) throw notFound(`There is no ${method} ${path}`);
  const fault = state.faults.take(route.name);
  if (await failBefore(fault, response, faultWords)) return;
  const told = await carryOut(state, received, route, { path, isSandbox, body, authorization });
  if (failAfter(fault, response, faultWords)) return;
  checkAnswer(state, received, path, route.status, told);
  send(state, response, route.status, told);
}

async function carryOut(
  state: State,
  { url }: Received,
  route: Route,
  { path, isSandbox, body, authorization }: Place & { body: unknown; authorization: string },
): Promise<object | undefined> {
  const us = personOf(state.world, state.oauth.personIdOf(authorization, route.scopes, isSandbox));
  const id = route.path.exec(path)?.[1] ?? "";
  return route.answer({ ...state, us, id, query: url.searchParams, body, isSandbox });
}

function bodyOf({ request, bytes }: Received): unknown {
  if (bytes.length === 0) return undefined;
  const type = request.headers["content-type"] ?? "";
  if (type.startsWith("application/x-www-form-urlencoded"))
    return Object.fromEntries(new URLSearchParams(bytes.toString()));
  if (!type.startsWith("application/json")) throw invalid("Content-Type must be application/json");
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw invalid("The body is not JSON.");
  }
}

function asked({ method, url, request }: Received, path: string, body: unknown) {
  const { "content-type": type = "application/json", authorization = "" } = request.headers;
  return {
    method,
    path: path + url.search,
    body,
    headers: { "content-type": type, authorization },
  };
}

function checkRequest(state: State, received: Received, path: string, body: unknown): void {
  if (!state.specification) return;
  state.checked.requests += 1;
  const found = state.specification.complaintsAbout(asked(received, path, body));
  complain(state, `${received.method} ${path}`, found);
}

function checkAnswer(
  state: State,
  received: Received,
  path: string,
  status: number,
  body: unknown,
): void {
  if (!state.specification || body === undefined) return;
  state.checked.answers += 1;
  const question = asked(received, path, undefined);
  const found = state.specification.complaintsAboutAnswer(question, status, body);
  complain(state, `Answer to ${received.method} ${path}`, found);
}

function complain({ complaints }: State, about: string, found: readonly string[]): void {
  const unknown = found.filter((words) => !excused.some(([pattern]) => pattern.test(words)));
  complaints.push(...unknown.map((words) => `${about}: ${words}`));
}

/** Where the specification is stricter than Pinterest is, and why that stands. */
const excused: readonly (readonly [complaint: RegExp, why: string])[] = [];

function send(
  { settings }: State,
  response: ServerResponse,
  status: number,
  body: object | undefined,
): void {
  if (body === undefined) return void response.writeHead(status, settings.headers).end();
  response
    .writeHead(status, { "content-type": "application/json", ...settings.headers })
    .end(JSON.stringify(body));
}

/** What goes wrong at Pinterest, in its words. */
const faultWords: FaultWords = {
  page: { before: 503, after: 502 },
  malformed: '{"id":"549',
  tooMany: {
    headers: {
      "x-ratelimit-limit": "1000",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": "420",
    },
    body: { code: 8, message: "You have exceeded your rate limit. Try again later." },
  },
  unavailable: { code: 12, message: "Something went wrong on our end." },
};
