import { callbackUrlOf } from "#lib/accounts/callback-url";

import { isBlueskyNetworkInstalled, startBlueskyNetwork } from "../support/bluesky-network.ts";
import { startFacebookServer } from "./facebook/server.ts";
import { startGoogle } from "./google/server.ts";
import { startInstagramServer } from "./instagram/server.ts";
import { startLinkedIn } from "./linkedin/server.ts";
import { startMastodonServer } from "./mastodon/server.ts";
import { startPinterest } from "./pinterest/server.ts";
import { startThreadsServer } from "./threads/server.ts";
import { startXServer } from "./x/server.ts";

/**
 * `npm run dev:networks`: the networks of the tests, to try everything without the web. Nothing leaves
 * the machine, and everything is forgotten when it ends.
 */
interface Running {
  readonly name: string;
  readonly address: string;
  /** What to type when connecting, a line each. */
  readonly how: readonly string[];
  /** Settings that the product is to be started with. */
  readonly standIns?: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

const port = Number(process.env["PORT"] ?? 3000);

const running = await Promise.all([
  startMastodon(),
  startX(),
  startLinkedInStandIn(),
  startThreads(),
  startFacebook(),
  startInstagram(),
  startPinterestStandIn(),
  startGoogleStandIn(),
  startBluesky(),
]);
const networks = running.filter((one) => one !== undefined);
tell(networks);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());

async function startMastodon(): Promise<Running> {
  const server = await startMastodonServer({ port: 3501 });
  const people = ["Noorderwol", "Anna", "Bram"].map((name) => server.join(name));
  return {
    name: "Mastodon",
    address: server.url,
    how: [
      `Server: ${server.url}`,
      `People to sign in as, and to react with on its page: ${people.map(({ handle }) => handle).join(", ")}`,
      `What goes wrong there (lost answers, limits): ${server.url}/control`,
    ],
    stop: server.stop,
  };
}

async function startX(): Promise<Running> {
  const callbacks = [callbackUrlOf(`http://localhost:${port}`)];
  const server = await startXServer({ port: 3502, app: { callbacks } });
  server.join("anna", "Anna");
  return {
    name: "X",
    address: server.url,
    how: [
      `Client id: ${server.app.clientId}`,
      `Callback address that its app knows: ${callbacks.join(", ")}`,
      `What goes wrong there (no credit, lost answers, limits): ${server.url}/control`,
    ],
    settings: { X_SERVER: server.url },
    stop: server.stop,
  };
}

async function startThreads(): Promise<Running> {
  const callbacks = [callbackUrlOf(`http://localhost:${port}`)];
  const server = await startThreadsServer({ port: 3503, callbacks });
  server.join("anna", "Anna");
  return {
    name: "Threads",
    address: server.url,
    how: [
      `App ID: ${server.app.clientId}`,
      `App secret: ${server.app.clientSecret}`,
      `Post and reply as others on its page; what goes wrong there: ${server.url}/control`,
    ],
    settings: { THREADS_SERVER: server.url },
    stop: server.stop,
  };
}

async function startFacebook(): Promise<Running> {
  const callbacks = [callbackUrlOf(`http://localhost:${port}`)];
  const server = await startFacebookServer({ port: 3505, callbacks });
  server.join("Anna de Vries");
  return {
    name: "Facebook",
    address: server.url,
    how: [
      `App ID: ${server.app.clientId}`,
      `App secret: ${server.app.clientSecret}`,
      `Token of a system user: ${server.oauth.systemToken(server.owner.id)}`,
      `Sign in as ${server.owner.name}; comment and like as others on its page; what goes wrong there: ${server.url}/control`,
    ],
    settings: { FACEBOOK_SERVER: server.url },
    stop: server.stop,
  };
}

async function startInstagram(): Promise<Running> {
  const callbacks = [callbackUrlOf(`http://localhost:${port}`)];
  const server = await startInstagramServer({ port: 3507, callbacks });
  server.join("anna", "Anna");
  return {
    name: "Instagram",
    address: server.url,
    how: [
      `App ID: ${server.app.clientId}`,
      `App secret: ${server.app.clientSecret}`,
      `Token of a system user: ${server.oauth.systemToken(server.brand.id)}`,
      `Pictures are fetched from PUBLIC_URL, which has to be https: without it nothing can be posted there`,
      `Comment and tag as others on its page; what goes wrong there: ${server.url}/control`,
    ],
    settings: { INSTAGRAM_SERVER: server.url },
    stop: server.stop,
  };
}

async function startLinkedInStandIn(): Promise<Running> {
  const callbacks = [callbackUrlOf(`http://localhost:${port}`)];
  const server = await startLinkedIn({ port: 3504, app: { callbacks } });
  server.join("Anna de Vries");
  return {
    name: "LinkedIn",
    address: server.url,
    how: [
      `Client id: ${server.app.clientId}`,
      `Client secret: ${server.app.clientSecret}`,
      `Callback address that its app knows: ${callbacks.join(", ")}`,
      `Sign in as ${server.owner.name}, who administers ${server.page.name}`,
      `What goes wrong there (lost answers, limits, versions): ${server.url}/control`,
    ],
    settings: {
      LINKEDIN_SERVER: server.url,
      LINKEDIN_READ_MINUTES: "0",
      LINKEDIN_KEEP_WORDS: "yes",
    },
    stop: server.stop,
  };
}

async function startPinterestStandIn(): Promise<Running> {
  const callbacks = [callbackUrlOf(`http://localhost:${port}`)];
  const server = await startPinterest({ port: 3506, callbacks });
  return {
    name: "Pinterest",
    address: server.url,
    how: [
      `App ID: ${server.app.clientId}`,
      `App secret key: ${server.app.clientSecret}`,
      `Or, in its sandbox, this token: ${server.oauth.sandboxToken(server.brand.id)}`,
      `What goes wrong there (trial access, lost answers, limits): ${server.url}/control`,
    ],
    settings: { PINTEREST_SERVER: server.url },
    stop: server.stop,
  };
}

async function startGoogleStandIn(): Promise<Running> {
  const callbacks = [callbackUrlOf(`http://localhost:${port}`)];
  const server = await startGoogle({ port: 3508, callbacks });
  return {
    name: "Google Business Profile",
    address: server.url,
    how: [
      `Client ID: ${server.app.clientId}`,
      `Client secret: ${server.app.clientSecret}`,
      `Review ${server.place.title} on its page; what goes wrong there: ${server.url}/control`,
    ],
    settings: { GOOGLE_SERVER: server.url },
    stop: server.stop,
  };
}

async function startBluesky(): Promise<Running | undefined> {
  if (!isBlueskyNetworkInstalled) return undefined;
  const network = await startBlueskyNetwork();
  const [brand, fan] = await Promise.all([network.join("Wool"), network.join("Anna")]);
  return {
    name: "Bluesky",
    address: network.pds,
    how: [
      `On its own page: ${brand.handle}, password “${brand.password}”`,
      `With a password instead: server ${network.pds}`,
      `Somebody else: ${fan.handle}, password “${fan.password}”`,
    ],
    standIns: network.standIns,
    stop: network.stop,
  };
}

function tell(all: readonly Running[]): void {
  const settings = {
    PORT: String(port),
    ALLOW_PRIVATE_HOSTS: "127.0.0.1,localhost",
    STAND_INS: all.flatMap(({ standIns }) => standIns ?? []).join(","),
    ...Object.assign({}, ...all.map((one) => one.settings)),
  };
  const given = Object.entries<string>(settings).filter(([, value]) => value !== "");
  const lines = [
    ...all.flatMap(({ name, address, how }) => [
      `${name}: ${address}`,
      ...how.map((line) => `  ${line}`),
    ]),
    ...(isBlueskyNetworkInstalled
      ? []
      : ["Bluesky: not installed. npm ci --prefix tests/bluesky-network"]),
    "",
    "Start the product in another terminal with:",
    `  ${given.map(([name, value]) => `${name}='${value}'`).join(" ")} npm run dev`,
    "Stop with Ctrl-C; everything here is then forgotten.",
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

async function stop(): Promise<void> {
  await Promise.all(networks.map((network) => network.stop()));
  process.exit(0);
}
