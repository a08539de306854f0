import type { ServerResponse } from "node:http";

import { Faults } from "../stand-in/faults.ts";
import { pressButton, serve, type Received, type Served } from "../stand-in/serve.ts";
import { act, type Act } from "./acting.ts";
import { LinkedInMedia } from "./media.ts";
import { LinkedInOAuth, type LinkedInApp } from "./oauth.ts";
import type { Rules } from "./route.ts";
import { serveApi } from "./serve-api.ts";
import { servePages } from "./serve-pages.ts";
import { serveTokens } from "./serve-tokens.ts";
import { addMember, addPage, type Member, type Page, type World } from "./world.ts";

export interface LinkedInOptions {
  readonly port?: number;
  readonly app?: Partial<LinkedInApp>;
  readonly now?: () => Date;
}

export interface LinkedInServer extends Served {
  readonly app: LinkedInApp;
  readonly world: World;
  /** Who signs in, and the page that they administer. */
  readonly owner: Member;
  readonly page: Page;
  readonly oauth: LinkedInOAuth;
  readonly media: LinkedInMedia;
  readonly faults: Faults;
  readonly rules: Rules;
  /** Calls that one member may make in a day of UTC, by route. */
  readonly limits: Record<string, number>;
  /** Calls by member, day and route. */
  readonly counts: Record<string, number>;
  /** Requests and answers that LinkedIn's pages do not know. */
  readonly complaints: string[];
  join(name: string): Member;
  act(person: Member, what: Act): string;
  authorize(url: string, as?: Member, decision?: "allow" | "deny"): Promise<string>;
}

const everyScope =
  "openid profile email r_basicprofile rw_organization_admin r_organization_social w_organization_social w_member_social";

/** A strict LinkedIn on loopback: API, uploads and sign-in page on one address. */
export async function startLinkedIn(options: LinkedInOptions = {}): Promise<LinkedInServer> {
  const now = options.now ?? (() => new Date());
  const lists = { members: [], pages: [], posts: [], comments: [], reactions: [], news: [] };
  const world: World = { now, ...lists };
  const app: LinkedInApp = {
    clientId: "77shoutlooptest",
    clientSecret: "a secret / with & signs",
    callbacks: ["localhost", "127.0.0.1"].map((host) => `http://${host}:3000/api/connect/callback`),
    scopes: everyScope.split(" "),
    hasRefreshTokens: true,
    ...options.app,
  };
  const owner = addMember(world, "Olga Wolters");
  const state = {
    app,
    world,
    owner,
    page: addPage(world, "Noorderwol", owner),
    oauth: new LinkedInOAuth(app, now),
    media: new LinkedInMedia(now),
    faults: new Faults(),
    rules: {
      duplicateMs: 24 * 60 * 60_000,
      remembersDeleted: false,
      listingLagMs: 0,
      decoratesNews: true,
    },
    limits: {},
    counts: {},
    complaints: [] as string[],
  };
  const served = await serve(
    options.port,
    (received, response) => answer(state, received, response),
    (words) => state.complaints.push(words),
  );
  return {
    ...state,
    ...served,
    join: (name) => addMember(world, name),
    act: (person, what) => act(world, person, what),
    authorize: (url, as = owner, decision = "allow") => pressButton(url, { as: as.id, decision }),
  };
}

export type State = Omit<LinkedInServer, keyof Served | "join" | "act" | "authorize">;

function answer(state: State, received: Received, response: ServerResponse): void | Promise<void> {
  const { pathname } = received.url;
  if (/^\/(rest|v2|dms-uploads)\//.test(pathname)) return serveApi(state, received, response);
  if (/^\/oauth\/v2\/(accessToken|revoke)$/.test(pathname))
    return serveTokens(state, received, response);
  return servePages(state, received, response);
}
