import type { ConnectOutcome } from "#lib/networks/contract/connect-outcome";
import type { Asked, Connector, OutgoingPart, Poll } from "#lib/networks/contract/connector";
import type { Visibility } from "#lib/networks/contract/limits";
import type {
  Json,
  JsonObject,
  Published,
  RemoteTouchpoint,
  ReplyTarget,
} from "#lib/networks/contract/remote";
import type { ConnectorContext, EncodedImage, Session } from "#lib/networks/contract/session";

import { storedVideo } from "../support/have-video.ts";
import { signInByAuthorization, type SignInPage } from "../support/sign-in-by-authorization.ts";

/** A network as the contract needs it: the connector, a way in, and somebody on the other side. */
export interface NetworkUnderTest {
  readonly connector: Connector;
  readonly context: ConnectorContext;
  /** To `connectFields`; empty where `page` is the way in. */
  readonly answers: Readonly<Record<string, string>>;
  /** Signing in on the network's own page instead. */
  readonly page?: SignInPage;
  /** Absent where anyone may connect. */
  readonly wrong?: {
    readonly answers: Readonly<Record<string, string>>;
    readonly refusal: { readonly code: string; readonly field: string };
  };
  /** What stands on the network, asked without the connector. */
  readonly read: (published: Published) => Promise<StandingPost | undefined>;
  /** Makes others do something with a post, and tells at least what. Resolves once it can be collected. */
  readonly react: (published: Published) => Promise<readonly Expected[]>;
}

export interface StandingPost {
  readonly text: string;
  readonly answers: string | undefined;
  readonly alts: readonly string[];
  /** Where the network has them. */
  readonly poll?: Pick<Poll, "options" | "isMultiple"> | undefined;
  /** Where it has one: what it shows, and all its bytes. */
  readonly video?: { readonly alt: string; readonly bytes: Buffer } | undefined;
  readonly warning?: string | undefined;
  readonly visibility?: Visibility | undefined;
}

export type Expected = Pick<RemoteTouchpoint, "type"> & {
  readonly by: string | undefined;
  readonly onRemoteId?: string | undefined;
};

export type Connected = Extract<ConnectOutcome, { kind: "connected" }>;

export async function tryToConnect(network: NetworkUnderTest): Promise<ConnectOutcome> {
  const { connector, context, answers, page } = network;
  return page
    ? signInByAuthorization(connector, context, page)
    : connector.connect(context, answers);
}

export async function connect(network: NetworkUnderTest): Promise<Connected> {
  const outcome = await tryToConnect(network);
  if (outcome.kind !== "connected") throw new Error(`Not connected: ${JSON.stringify(outcome)}`);
  return outcome;
}

export async function signIn(network: NetworkUnderTest): Promise<Session> {
  return sessionOf(network.context, await connect(network));
}

export function sessionOf(context: ConnectorContext, connected: Connected): Session {
  const { remoteId, handle, origin, credentials } = connected;
  const account = { id: `account-of-${handle}`, remoteId, handle, origin };
  return {
    ...context,
    account,
    credentials,
    image: async (mediaId) => square(mediaId),
    sharedImage: async (mediaId) => sharedSquare(mediaId),
    video: async () => storedVideo(),
  };
}

/** Fetched by the network's servers, as an installation serves it. */
async function sharedSquare(colour: string): Promise<string> {
  const { bytes, type } = await square(colour);
  return `data:${type};base64,${bytes.toString("base64")}`;
}

/** A plain square as the media library would hand it over: 40 by 30. */
async function square(colour: string): Promise<EncodedImage> {
  const { default: sharp } = await import("sharp");
  const [width, height] = [40, 30];
  const canvas = { create: { width, height, channels: 3 as const, background: colour } };
  return { bytes: await sharp(canvas).jpeg().toBuffer(), type: "image/jpeg", width, height };
}

/** Nothing on the network belongs to another delivery. */
export function askedSince(firstIntentAt: Date): Asked {
  return { firstIntentAt, bound: async () => new Set() };
}

let parts = 0;

export function partOf(over: Partial<OutgoingPart>): OutgoingPart {
  parts += 1;
  return {
    key: `delivery-${process.pid}-${parts}`,
    text: "Hello",
    language: "en",
    images: [],
    poll: undefined,
    warning: undefined,
    visibility: undefined,
    options: {},
    disclosure: undefined,
    replyTo: undefined,
    createdAt: new Date(Date.now() + parts),
    ...over,
  };
}

export async function prepare(
  connector: Connector,
  session: Session,
  part: OutgoingPart,
): Promise<JsonObject> {
  const outcome = await connector.prepare(session, part);
  if (outcome.kind !== "ready") throw new Error(`Not ready: ${JSON.stringify(outcome)}`);
  return outcome.request;
}

export async function publish(
  connector: Connector,
  session: Session,
  request: JsonObject,
): Promise<Published> {
  const outcome = await connector.publish(session, request);
  if (outcome.kind !== "published") throw new Error(`Not published: ${JSON.stringify(outcome)}`);
  return outcome;
}

export async function publishPart(
  connector: Connector,
  session: Session,
  over: Partial<OutgoingPart>,
): Promise<Published> {
  return publish(connector, session, await prepare(connector, session, partOf(over)));
}

export async function publishThread(
  connector: Connector,
  session: Session,
  texts: readonly string[],
) {
  const thread: Published[] = [];
  for (const text of texts)
    thread.push(await publishPart(connector, session, { text, replyTo: targetOf(thread) }));
  return thread;
}

function targetOf(thread: readonly Published[]): ReplyTarget | undefined {
  const [root, parent] = [thread[0], thread.at(-1)];
  return root && parent ? { root: root.reference, parent: parent.reference } : undefined;
}

/** Stores the place between any two pages, as a process that is restarted does. */
export async function collectAll(connector: Connector, session: Session, from: Json) {
  const touchpoints: RemoteTouchpoint[] = [];
  let cursor = from;
  for (let pages = 0; pages < 100; pages += 1) {
    const outcome = await connector.collect(session, stored(cursor));
    if (outcome.kind !== "collected") throw new Error(`Not collected: ${JSON.stringify(outcome)}`);
    touchpoints.push(...outcome.touchpoints);
    cursor = outcome.cursor;
    if (!outcome.hasMore) return { touchpoints, cursor };
  }
  throw new Error("Collecting does not come to an end.");
}

export function summaries(touchpoints: readonly RemoteTouchpoint[]): Expected[] {
  return touchpoints.map(({ type, person, onRemoteId }) => ({
    type,
    by: person.handle,
    onRemoteId,
  }));
}

export function ids(touchpoints: readonly RemoteTouchpoint[]): string[] {
  return touchpoints.map(({ remoteId }) => remoteId);
}

export function stored<Value extends Json>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}
