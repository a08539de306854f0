import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

import { act, type Act } from "./acting.ts";
import { XFaults } from "./faults.ts";
import { XMedia } from "./media.ts";
import { XMeter } from "./meter.ts";
import { XOAuth, type XApp } from "./oauth.ts";
import type { Vocabulary } from "./rendering.ts";
import type { Call } from "./routes.ts";
import { bodyOf } from "./sending.ts";
import { serveApi } from "./serve-api.ts";
import { servePages } from "./serve-pages.ts";
import { serveTokens } from "./serve-tokens.ts";
import { readSpecification } from "./specification.ts";
import { addPerson, type World, type XPerson } from "./world.ts";

export interface XServerOptions {
  readonly port?: number;
  readonly app?: Partial<XApp>;
  readonly now?: () => Date;
  readonly vocabulary?: Vocabulary;
}

export interface XServer {
  readonly url: string;
  readonly port: number;
  readonly app: XApp;
  readonly world: World;
  /** The account that the product posts for. */
  readonly brand: XPerson;
  readonly oauth: XOAuth;
  readonly media: XMedia;
  readonly meter: XMeter;
  readonly faults: XFaults;
  readonly settings: Call["settings"];
  /** Requests that X's specification does not allow, and answers of ours that it does not know. */
  readonly complaints: string[];
  /** False where X's specification is not on this machine. */
  readonly isChecked: boolean;
  join(username: string, name?: string): XPerson;
  act(person: XPerson, what: Act): string;
  /** Presses a button on the authorize page; the address that the person is sent back to. */
  authorize(url: string, as?: XPerson, decision?: "allow" | "deny"): Promise<string>;
  stop(): Promise<void>;
}

/** A strict X on loopback: API, sign-in pages and X's own composer on one address. */
export async function startXServer(options: XServerOptions = {}): Promise<XServer> {
  const now = options.now ?? (() => new Date());
  const world: World = { now, people: [], posts: [], likes: [], reposts: [] };
  const app: XApp = {
    clientId: "shoutloop-test-client",
    callbacks: ["localhost", "127.0.0.1"].map((host) => `http://${host}:3000/api/connect/callback`),
    ...options.app,
  };
  const specification = await readSpecification();
  const state = {
    app,
    world,
    brand: addPerson(world, "noorderwol", "Noorderwol"),
    oauth: new XOAuth(app, now),
    media: new XMedia(now),
    meter: new XMeter(now),
    faults: new XFaults(),
    settings: {
      vocabulary: options.vocabulary ?? ("post" as const),
      listingLagMs: 0,
      doMentionsOfRepliesCount: false,
    },
    complaints: [] as string[],
    isChecked: specification !== undefined,
    specification: options.vocabulary === "tweet" ? undefined : specification,
  };
  const server = createServer((request, response) => {
    void serve(state, request, response).catch((error: unknown) => {
      state.complaints.push(`The test server failed: ${String(error)}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port.");
  return {
    ...state,
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    join: (username, name = username) => addPerson(world, username, name),
    act: (person, what) => act(world, person, what),
    authorize: (url, as = state.brand, decision = "allow") => press(url, as, decision),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type State = Omit<XServer, "url" | "port" | "join" | "act" | "authorize" | "stop"> & {
  specification: Awaited<ReturnType<typeof readSpecification>>;
};

async function serve(state: State, request: IncomingMessage, response: ServerResponse) {
  const bytes = await bodyOf(request);
  const url = new URL(request.url ?? "/", "http://x.test");
  const received = { url, request, bytes };
  if (url.pathname.startsWith("/2/oauth2/")) return serveTokens(state, received, response);
  if (url.pathname.startsWith("/2/")) return serveApi(state, received, response);
  return servePages(state, received, response);
}

async function press(url: string, as: XPerson, decision: string): Promise<string> {
  const { origin, pathname, searchParams } = new URL(url);
  const page = await fetch(url);
  if (page.status !== 200) throw new Error(await page.text());
  const body = new URLSearchParams([...searchParams, ["as", as.username], ["decision", decision]]);
  const pressed = await fetch(origin + pathname, { method: "POST", body, redirect: "manual" });
  const location = pressed.headers.get("location");
  if (!location) throw new Error(await pressed.text());
  return location;
}
