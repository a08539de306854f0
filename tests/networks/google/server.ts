import type { ServerResponse } from "node:http";

import { failAfter, failBefore, Faults, type FaultWords } from "../stand-in/faults.ts";
import { pressButton, serve, type Received, type Served } from "../stand-in/serve.ts";
import { complaintsAbout, complaintsAboutAnswer, type Asked } from "./discovery.ts";
import { GoogleOAuth, type GoogleApp } from "./oauth.ts";
import { authorizePage, servePages } from "./pages.ts";
import { GoogleProblem, invalid, noQuota, notFound, TokenProblem } from "./problem.ts";
import { routes } from "./routes.ts";
import { addPerson, addPlace, type Person, type Place, type World } from "./world.ts";

export interface State {
  readonly app: GoogleApp;
  readonly world: World;
  readonly owner: Person;
  /** The place that the product posts for. */
  readonly place: Place;
  readonly oauth: GoogleOAuth;
  readonly faults: Faults;
  readonly settings: {
    listingLagMs: number;
    /** Google's own check rejects what is posted. */
    isStrict: boolean;
    /** Whether Google has let the app in. */
    isApproved: boolean;
  };
  /** Requests and answers that Google's discovery documents do not know. */
  readonly complaints: string[];
  readonly checked: { requests: number; answers: number };
}

export interface GoogleServer extends State, Served {
  join(name: string): Person;
  /** Presses a button on the authorize page; the address that the person is sent back to. */
  authorize(url: string, as?: Person, decision?: "allow" | "deny"): Promise<string>;
}

export interface GoogleServerOptions {
  readonly port?: number;
  readonly now?: () => Date;
  readonly callbacks?: readonly string[];
}

/** A strict Google on loopback: all its hosts on one address. */
export async function startGoogle(options: GoogleServerOptions = {}): Promise<GoogleServer> {
  const now = options.now ?? (() => new Date());
  const world: World = { now, people: [], places: [], posts: [], reviews: [] };
  const app: GoogleApp = {
    clientId: "1234-abc.apps.googleusercontent.com",
    clientSecret: "GOCSPX-a secret / with & signs",
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
    place: addPlace(world, owner, "Noorderwol"),
    oauth: new GoogleOAuth(app, now),
    faults: new Faults(),
    settings: { listingLagMs: 0, isStrict: false, isApproved: true },
    complaints: [],
    checked: { requests: 0, answers: 0 },
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
    authorize: (url, as = owner, decision = "allow") => pressButton(url, { as: as.id, decision }),
  };
}

async function answer(state: State, received: Received, response: ServerResponse): Promise<void> {
  const { pathname } = received.url;
  if (pathname === "/o/oauth2/v2/auth") return authorizePage(state, received, response);
  const isToken = pathname === "/token" || pathname === "/revoke";
  if (!isToken && !/^\/v[14]\//.test(pathname)) return servePages(state, received, response);
  try {
    if (!isToken) return await serveApi(state, received, response);
    const form = new URLSearchParams(received.bytes.toString());
    const { oauth } = state;
    send(response, 200, pathname === "/token" ? oauth.token(form) : oauth.revoke(form));
  } catch (error) {
    if (!(error instanceof GoogleProblem || error instanceof TokenProblem)) throw error;
    send(response, error.status, error.body);
  }
}

async function serveApi(state: State, received: Received, response: ServerResponse): Promise<void> {
  const { method, url, request } = received;
  const { pathname: path, searchParams: query } = url;
  const asked: Asked = { method, path, query, body: bodyOf(received) };
  note(state, "requests", asked, complaintsAbout(asked));
  const route = routes.find((one) => one.method === method && one.path.test(path));
  if (!route) throw notFound();
  const fault = state.faults.take(route.name);
  if (await failBefore(fault, response, faultWords)) return;
  const personId = state.oauth.personIdOf(request.headers.authorization ?? "");
  if (!state.settings.isApproved) throw noQuota();
  const us = state.world.people.find(({ id }) => id === personId);
  if (!us) throw notFound();
  const caught = route.path.exec(path)?.slice(1) ?? [];
  const body = (asked.body ?? {}) as Record<string, unknown>;
  const told = await route.answer({ ...state, us, caught, query, body });
  if (failAfter(fault, response, faultWords)) return;
  note(state, "answers", asked, complaintsAboutAnswer(asked, told));
  send(response, 200, told);
}

function bodyOf({ request, bytes }: Received): unknown {
  if (bytes.length === 0) return undefined;
  if (!request.headers["content-type"]?.startsWith("application/json"))
    throw invalid("Content-Type must be application/json");
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw invalid("Invalid JSON payload received.");
  }
}

function note(
  { checked, complaints }: State,
  which: "requests" | "answers",
  { method, path }: Asked,
  found: readonly string[],
): void {
  checked[which] += 1;
  complaints.push(...found.map((words) => `${which}: ${method} ${path}: ${words}`));
}

function send(response: ServerResponse, status: number, body: object): void {
  const type = { "content-type": "application/json; charset=UTF-8" };
  response.writeHead(status, type).end(JSON.stringify(body));
}

/** What goes wrong at Google, in its words. */
const faultWords: FaultWords = {
  page: { before: 502, after: 502 },
  malformed: '{"name":"accounts/1',
  tooMany: {
    headers: {},
    body: { error: { code: 429, message: "Quota exceeded.", status: "RESOURCE_EXHAUSTED" } },
  },
  unavailable: { error: { code: 503, message: "Try again later.", status: "UNAVAILABLE" } },
};
