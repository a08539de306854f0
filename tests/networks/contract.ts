import { expect, test } from "vitest";

import type {
  Asked,
  Connector,
  Door,
  EncodedImage,
  OutgoingPart,
  Poll,
  Session,
} from "#lib/networks/connector";
import type { Visibility } from "#lib/networks/limits";
import type { ConnectOutcome } from "#lib/networks/outcome";
import type {
  Json,
  JsonObject,
  Published,
  RemoteTouchpoint,
  ReplyTarget,
} from "#lib/networks/remote";

import { signInByAuthorization, type SignInPage } from "../support/sign-in-by-authorization.ts";

/** A network as the contract needs it: the connector, a way in, and somebody on the other side. */
export interface NetworkUnderTest {
  readonly connector: Connector;
  readonly door: Door;
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
  readonly warning?: string | undefined;
  readonly visibility?: Visibility | undefined;
}

export type Expected = Pick<RemoteTouchpoint, "type"> & {
  readonly by: string;
  readonly onRemoteId?: string | undefined;
};

export type Connected = Extract<ConnectOutcome, { kind: "connected" }>;

/** What the engine relies on, asked of any connector. */
export function contract(open: () => Promise<NetworkUnderTest>): void {
  test("wrong answers are refused, and the field at fault is named", async () => {
    const network = await open();
    const { wrong } = network;
    if (!wrong) return;
    const { page } = network;
    const { answers } = wrong;
    const outcome = await tryToConnect({
      ...network,
      answers,
      ...(page ? { page: { ...page, answers } } : {}),
    });
    expect(outcome).toMatchObject({ kind: "refused", ...wrong.refusal });
  });

  test("right answers connect, with credentials that survive storing", async () => {
    const network = await open();
    const connected = await connect(network);
    expect(connected.remoteId).not.toBe("");
    expect(connected.displayName).not.toBe("");
    expect(stored(connected.credentials)).toEqual(connected.credentials);
  });

  test("preparing twice gives the same bytes, and publishing them twice one post", async () => {
    const network = await open();
    const { connector } = network;
    const session = await signIn(network);
    const part = partOf({ text: "Good morning, Amsterdam 🌞" });
    const request = await prepare(connector, session, part);
    expect(await prepare(connector, session, part)).toEqual(request);

    expect(await connector.reconcile(session, request, askedSince(part.createdAt))).toEqual({
      kind: "absent",
    });
    const first = await publish(connector, session, request);
    const second = await connector.publish(session, stored(request));
    // Some networks know their own post again, some only refuse it.
    const isRefused = connector.outcome.kind === "duplicate-listing";
    expect(second).toMatchObject(
      isRefused ? { kind: "duplicate" } : { kind: "published", remoteId: first.remoteId },
    );
    expect(await connector.reconcile(session, request, askedSince(part.createdAt))).toMatchObject({
      kind: "published",
      remoteId: first.remoteId,
      reference: first.reference,
    });
    expect(await network.read(first)).toMatchObject({ text: part.text });
  });

  test("the parts of a thread answer each other in order", async () => {
    const network = await open();
    const session = await signIn(network);
    const thread = await publishThread(network.connector, session, ["One", "Two", "Three"]);
    const standing = await Promise.all(thread.map((part) => network.read(part)));
    expect(standing.map((post) => post?.text)).toEqual(["One", "Two", "Three"]);
    const parents = standing.map((post) => post?.answers);
    expect(parents).toEqual([undefined, thread[0]?.remoteId, thread[1]?.remoteId]);
  });

  test("images arrive with their descriptions", async () => {
    const network = await open();
    const session = await signIn(network);
    const images = [
      { mediaId: "red", alt: "A red square" },
      { mediaId: "blue", alt: "A blue one, “quoted”" },
    ];
    const published = await publishPart(network.connector, session, { text: "Two", images });
    const standing = await network.read(published);
    expect(standing?.alts).toEqual(images.map(({ alt }) => alt));
  });

  test("polls, warnings and the circle of readers arrive where the network has them", async () => {
    const network = await open();
    const { limits } = network.connector;
    if (!limits.poll && !limits.hasWarnings && !limits.visibilities) return;
    const session = await signIn(network);
    const poll = { options: ["Red", "Blue"], minutes: limits.poll?.minutesMin ?? 60 };
    const options = {
      ...(limits.poll ? { poll: { ...poll, isMultiple: limits.poll.hasMultiple } } : {}),
      ...(limits.hasWarnings ? { warning: "About wool" } : {}),
      ...(limits.visibilities ? { visibility: limits.visibilities[1] } : {}),
    };
    const part = partOf({ text: "Which colour?", ...options });
    const request = await prepare(network.connector, session, part);
    const published = await publish(network.connector, session, request);
    const { options: texts, isMultiple } = options.poll ?? {};
    expect(await network.read(published)).toMatchObject({
      text: "Which colour?",
      ...options,
      ...(options.poll ? { poll: { options: texts, isMultiple } } : {}),
    });
    const asked = askedSince(part.createdAt);
    expect(await network.connector.reconcile(session, request, asked)).toMatchObject({
      kind: "published",
      remoteId: published.remoteId,
    });
  });

  test("words are changed where the network can, and everything else stays", async () => {
    const network = await open();
    const { connector } = network;
    if (!connector.edit) return;
    const session = await signIn(network);
    const images = [{ mediaId: "red", alt: "A red square" }];
    const part = partOf({ text: "Good mornign", images });
    const published = await publish(connector, session, await prepare(connector, session, part));
    const changed = { ...part, text: "Good morning" };
    expect(await connector.edit(session, published, changed)).toMatchObject({
      kind: "edited",
      remoteId: published.remoteId,
    });
    expect(await network.read(published)).toMatchObject({
      text: "Good morning",
      alts: ["A red square"],
    });
  });

  test("a post is found by its content alone, where the network can be searched", async () => {
    const network = await open();
    const { connector } = network;
    if (!connector.search) return;
    const session = await signIn(network);
    const part = partOf({ text: "Nobody remembers sending this" });
    const asked = askedSince(earlierOf(part.createdAt, network.door.now()));
    expect(await connector.search(session, part, asked)).toEqual({ kind: "absent" });
    const request = await prepare(connector, session, part);
    const published = await publish(connector, session, request);
    expect(await connector.search(session, part, asked)).toMatchObject({
      kind: "published",
      remoteId: published.remoteId,
    });
  });

  test("where tools may not mention first, a person gets the text in the network's own composer", async () => {
    const network = await open();
    const { connector } = network;
    if (connector.abilities.canMention) return;
    const session = await signIn(network);
    const text = `Thank you ${connector.mention("anna_knits")} & co`;
    const outcome = await connector.prepare(session, partOf({ text }));
    if (outcome.kind !== "by-hand") throw new Error(`Not by hand: ${JSON.stringify(outcome)}`);
    expect(new URL(outcome.composer).searchParams.get("text")).toBe(text);
  });

  test("a post that was taken down is gone, and taking it down again is fine", async () => {
    const network = await open();
    const { connector } = network;
    const session = await signIn(network);
    const published = await publishPart(connector, session, { text: "Only for a moment" });
    expect(await connector.remove(session, published)).toEqual({ kind: "removed" });
    expect(await connector.remove(session, published)).toEqual({ kind: "removed" });
    expect(await network.read(published)).toBeUndefined();
  });

  test("every reaction is collected once, also when the place was stored between two pages", async () => {
    const network = await open();
    const session = await signIn(network);
    const published = await publishPart(network.connector, session, { text: "What do you think?" });
    const before = await collectAll(network.connector, session, null);

    const expected = await network.react(published);
    const first = await collectAll(network.connector, session, before.cursor);
    expect(summaries(first.touchpoints)).toEqual(
      expect.arrayContaining(expected.map((one) => expect.objectContaining(definedOnly(one)))),
    );
    expectOnce([...before.touchpoints, ...first.touchpoints]);

    const nothing = await collectAll(network.connector, session, first.cursor);
    expect(nothing.touchpoints).toEqual([]);
    // A place that was not saved in time: the same things, under the same ids.
    const again = await collectAll(network.connector, session, before.cursor);
    expect(ids(again.touchpoints)).toEqual(expect.arrayContaining(ids(first.touchpoints)));
  });

  test("counts are told per post; posts that are gone are left out", async () => {
    const network = await open();
    const { connector } = network;
    const session = await signIn(network);
    const [kept, gone] = [
      await publishPart(connector, session, { text: "Kept" }),
      await publishPart(connector, session, { text: "Gone" }),
    ];
    await connector.remove(session, gone);
    const reactions = await network.react(kept);
    const likes = reactions.filter(({ type }) => type === "like").length;
    await expect
      .poll(() => measured(connector, session, [kept, gone]), { timeout: 20_000, interval: 1_000 })
      .toEqual([expect.objectContaining({ remoteId: kept.remoteId, likes })]);
  });

  test("the network can be told to forget us", async () => {
    const network = await open();
    const session = await signIn(network);
    await network.connector.revoke(session);
  });
}

async function tryToConnect(network: NetworkUnderTest): Promise<ConnectOutcome> {
  const { connector, door, answers, page } = network;
  return page ? signInByAuthorization(connector, door, page) : connector.connect(door, answers);
}

export async function connect(network: NetworkUnderTest): Promise<Connected> {
  const outcome = await tryToConnect(network);
  if (outcome.kind !== "connected") throw new Error(`Not connected: ${JSON.stringify(outcome)}`);
  return outcome;
}

export async function signIn(network: NetworkUnderTest): Promise<Session> {
  return sessionOf(network.door, await connect(network));
}

export function sessionOf(door: Door, connected: Connected): Session {
  const { remoteId, handle, origin, credentials } = connected;
  const account = { id: `account-of-${handle}`, remoteId, handle, origin };
  return { ...door, account, credentials, image: async (mediaId) => square(mediaId) };
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
  return { firstIntentAt, taken: async () => new Set() };
}

function earlierOf(one: Date, other: Date): Date {
  return one < other ? one : other;
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

async function publishThread(connector: Connector, session: Session, texts: readonly string[]) {
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

async function measured(connector: Connector, session: Session, published: Published[]) {
  const outcome = await connector.measure(session, published);
  if (outcome.kind !== "measured") throw new Error(`Not measured: ${JSON.stringify(outcome)}`);
  return outcome.metrics;
}

export function summaries(touchpoints: readonly RemoteTouchpoint[]): Expected[] {
  return touchpoints.map(({ type, person, onRemoteId }) => ({
    type,
    by: person.handle,
    onRemoteId,
  }));
}

function definedOnly(expected: Expected): Expected {
  const { onRemoteId, ...rest } = expected;
  return onRemoteId === undefined ? rest : expected;
}

function expectOnce(touchpoints: readonly RemoteTouchpoint[]): void {
  expect(new Set(ids(touchpoints)).size).toBe(touchpoints.length);
}

function ids(touchpoints: readonly RemoteTouchpoint[]): string[] {
  return touchpoints.map(({ remoteId }) => remoteId);
}

function stored<Value extends Json>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}
