import type { ServerResponse } from "node:http";

import { Faults } from "../stand-in/faults.ts";
import { pressButton, serve, type Received, type Served } from "../stand-in/serve.ts";
import { readSpecification } from "../stand-in/specification.ts";
import { act, type Act } from "./acting.ts";
import { XMedia } from "./media.ts";
import { XMeter } from "./meter.ts";
import { XOAuth, type XApp } from "./oauth.ts";
import type { Vocabulary } from "./rendering.ts";
import type { Call } from "./routes.ts";
import { serveApi } from "./serve-api.ts";
import { servePages } from "./serve-pages.ts";
import { serveTokens } from "./serve-tokens.ts";
import { addPerson, type World, type XPerson } from "./world.ts";

export interface XServerOptions {
  readonly port?: number;
  readonly app?: Partial<XApp>;
  readonly now?: () => Date;
  readonly vocabulary?: Vocabulary;
}

export interface XServer extends Served {
  readonly app: XApp;
  readonly world: World;
  /** The account that the product posts for. */
  readonly brand: XPerson;
  readonly oauth: XOAuth;
  readonly media: XMedia;
  readonly meter: XMeter;
  readonly faults: Faults;
  readonly settings: Call["settings"];
  /** Requests that X's specification does not allow, and answers of ours that it does not know. */
  readonly complaints: string[];
  /** False where X's specification is not on this machine. */
  readonly isChecked: boolean;
  join(username: string, name?: string): XPerson;
  act(person: XPerson, what: Act): string;
  /** Presses a button on the authorize page; the address that the person is sent back to. */
  authorize(url: string, as?: XPerson, decision?: "allow" | "deny"): Promise<string>;
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
  const specification = await readSpecification("x");
  const state = {
    app,
    world,
    brand: addPerson(world, "noorderwol", "Noorderwol"),
    oauth: new XOAuth(app, now),
    media: new XMedia(now),
    meter: new XMeter(now),
    faults: new Faults(),
    settings: {
      vocabulary: options.vocabulary ?? ("post" as const),
      listingLagMs: 0,
      doMentionsOfRepliesCount: false,
    },
    complaints: [] as string[],
    isChecked: specification !== undefined,
    specification: options.vocabulary === "tweet" ? undefined : specification,
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
    act: (person, what) => act(world, person, what),
    authorize: (url, as = state.brand, decision = "allow") =>
      pressButton(url, { as: as.username, decision }),
  };
}

export type State = Omit<XServer, keyof Served | "join" | "act" | "authorize"> & {
  specification: Awaited<ReturnType<typeof readSpecification>>;
};

function answer(state: State, received: Received, response: ServerResponse): void | Promise<void> {
  const { pathname } = received.url;
  if (pathname.startsWith("/2/oauth2/")) return serveTokens(state, received, response);
  if (pathname.startsWith("/2/")) return serveApi(state, received, response);
  return servePages(state, received, response);
}
