import { onTestFinished } from "vitest";

import type { Asked, Connector, OutcomeRule, OutgoingPart, Session } from "#lib/networks/connector";
import type {
  ConnectOutcome,
  PublishOutcome,
  ReconcileOutcome,
  RefreshOutcome,
} from "#lib/networks/outcome";
import { addNetwork } from "#lib/networks/registry";
import type { Json, JsonObject, Published } from "#lib/networks/remote";

/** What the next publish on the network does instead of succeeding. */
export type Fault =
  | "reset-before"
  | "reset-after"
  | "error-before"
  | "error-after"
  | "refuse"
  | "later"
  | "expired"
  | "reconnect"
  | "out-of-credit"
  | "not-sent"
  | "hang"
  | "throw-after";

export interface FakeNetwork {
  readonly connector: Connector;
  /** The ground truth: every post that people on the network can see, in order of acceptance. */
  readonly accepted: {
    key: string;
    accountId: string;
    text: string;
    request: JsonObject;
    at: Date;
  }[];
  /** Taken from the front, one a publish; absent or undefined: it works. */
  readonly faults: (Fault | undefined)[];
  readonly preparations: OutgoingPart[];
  readonly calls: {
    publish: number;
    reconcile: number;
    search: number;
    refresh: number;
    revoke: number;
  };
  /** While true, access tokens of version < `tokenVersion` have run out. */
  tokenVersion: number;
  /** What refresh answers instead of a new token. */
  refreshAnswer: RefreshOutcome | undefined;
  /** What reconcile answers instead of the truth, one each. */
  readonly reconcileAnswers: ReconcileOutcome[];
  /** Runs before every publish, after the intent is committed. */
  beforePublish: (() => void | Promise<void>) | undefined;
  publishMs: number;
  readonly removed: string[];
}

/** A network that remembers what it accepted and fails on demand; registered until the test ends. */
export function fakeNetwork(
  over: {
    network?: string;
    outcome?: Partial<OutcomeRule>;
    threadMax?: number;
    canSearch?: boolean;
  } = {},
): FakeNetwork {
  const fake: FakeNetwork = {
    connector: undefined as unknown as Connector,
    accepted: [],
    faults: [],
    preparations: [],
    calls: { publish: 0, reconcile: 0, search: 0, refresh: 0, revoke: 0 },
    tokenVersion: 1,
    refreshAnswer: undefined,
    reconcileAnswers: [],
    beforePublish: undefined,
    publishMs: 0,
    removed: [],
  };
  Object.assign(fake, { connector: connectorOf(fake, over) });
  onTestFinished(addNetwork(fake.connector));
  return fake;
}

function connectorOf(fake: FakeNetwork, over: Parameters<typeof fakeNetwork>[0] = {}): Connector {
  return {
    network: over.network ?? "fake",
    label: "Fake",
    isSimulated: true,
    limits: {
      text: { max: 300, unit: "graphemes" },
      images: { max: 4, maxBytes: 1_000_000, maxSide: 2_000, altMax: 1_000 },
      threadMax: over.threadMax ?? 10,
    },
    abilities: { canDelete: true, canReply: true, canMention: true },
    outcome: { kind: "own-id", settleMs: 30_000, timeoutMs: 10_000, ...over.outcome },
    connectFields: [
      { name: "identifier", kind: "text", isRequired: true },
      { name: "password", kind: "password", isRequired: true },
    ],
    connect: async (_door, answers) => connect(fake, answers),
    refresh: async () => {
      fake.calls.refresh += 1;
      return fake.refreshAnswer ?? { kind: "refreshed", credentials: { token: fake.tokenVersion } };
    },
    revoke: async () => {
      fake.calls.revoke += 1;
    },
    prepare: async (session, part) => {
      fake.preparations.push(part);
      if (isExpired(fake, session)) return { kind: "expired" };
      return { kind: "ready", request: requestOf(part) };
    },
    publish: (session, request) => publish(fake, session, request),
    reconcile: async (session, request) => reconcile(fake, session, request),
    ...(over.canSearch !== false && {
      search: (session: Session, part: OutgoingPart, asked: Asked) =>
        search(fake, session, part, asked),
    }),
    remove: async (_session, published) => {
      fake.removed.push(published.remoteId);
      return { kind: "removed" };
    },
    collect: async (_session, cursor) => ({
      kind: "collected",
      touchpoints: [],
      cursor,
      hasMore: false,
    }),
    measure: async () => ({ kind: "measured", metrics: [] }),
    mention: (handle) => `@${handle}`,
  };
}

function connect(
  fake: FakeNetwork,
  { identifier = "", password = "" }: Readonly<Record<string, string>>,
): ConnectOutcome {
  if (password !== "right")
    return { kind: "refused", code: "wrong-credentials", field: "password", detail: "401" };
  return {
    kind: "connected",
    remoteId: `remote:${identifier}`,
    handle: identifier,
    displayName: identifier,
    avatarUrl: undefined,
    origin: "https://fake.example",
    credentials: { token: fake.tokenVersion },
  };
}

function requestOf(part: OutgoingPart): JsonObject {
  return {
    key: part.key,
    text: part.text,
    createdAt: part.createdAt.toISOString(),
    replyTo: part.replyTo ? { root: part.replyTo.root, parent: part.replyTo.parent } : null,
  };
}

function isExpired(fake: FakeNetwork, session: Session): boolean {
  return Number(session.credentials["token"]) < fake.tokenVersion;
}

async function publish(
  fake: FakeNetwork,
  session: Session,
  request: JsonObject,
): Promise<PublishOutcome> {
  fake.calls.publish += 1;
  await fake.beforePublish?.();
  if (fake.publishMs > 0) await new Promise((resolve) => setTimeout(resolve, fake.publishMs));
  if (isExpired(fake, session)) return { kind: "expired" };
  const fault = fake.faults.shift();
  const before = fault ? beforeAcceptance(fault, session) : undefined;
  if (before) return before;
  const published = accept(fake, session, request);
  if (fault === "reset-after" || fault === "error-after")
    return { kind: "unknown", detail: fault, httpStatus: 502 };
  if (fault === "throw-after") throw new Error("A bug in the connector.");
  if (fault === "hang") return new Promise(() => {});
  return published;
}

function beforeAcceptance(fault: Fault, session: Session): PublishOutcome | undefined {
  const inAMinute = new Date(session.now().getTime() + 60_000);
  const answers: Partial<Record<Fault, PublishOutcome>> = {
    "reset-before": { kind: "unknown", detail: "reset" },
    "error-before": { kind: "unknown", detail: "500", httpStatus: 500 },
    refuse: { kind: "refused", code: "invalid", detail: "No.", httpStatus: 400 },
    later: { kind: "later", retryAt: inAMinute, detail: "429" },
    expired: { kind: "expired" },
    reconnect: { kind: "reconnect", detail: "revoked" },
    "out-of-credit": { kind: "out-of-credit", detail: "402" },
    "not-sent": { kind: "not-sent", detail: "refused connection" },
  };
  return answers[fault];
}

/** Own ids: the same key again is the same post. Other classes: every request makes one. */
function accept(
  fake: FakeNetwork,
  session: Session,
  request: JsonObject,
): PublishOutcome & { kind: "published" } {
  const key = textOf(request["key"]);
  const known = fake.accepted.some((post) => post.key === key);
  if (!(known && fake.connector.outcome.kind === "own-id"))
    fake.accepted.push({
      key,
      accountId: session.account.id,
      text: textOf(request["text"]),
      request,
      at: session.now(),
    });
  return { kind: "published", ...asPublished(key) };
}

function reconcile(fake: FakeNetwork, session: Session, request: JsonObject): ReconcileOutcome {
  fake.calls.reconcile += 1;
  if (isExpired(fake, session)) return { kind: "expired" };
  const told = fake.reconcileAnswers.shift();
  if (told) return told;
  const key = textOf(request["key"]);
  return fake.accepted.some((post) => post.key === key)
    ? { kind: "published", ...asPublished(key) }
    : { kind: "absent" };
}

/** By content, among what was accepted since then. */
async function search(
  fake: FakeNetwork,
  session: Session,
  part: OutgoingPart,
  asked: Asked,
): Promise<ReconcileOutcome> {
  fake.calls.search += 1;
  if (isExpired(fake, session)) return { kind: "expired" };
  const alike = fake.accepted.filter(
    ({ accountId, text, at }) =>
      accountId === session.account.id && text === part.text && at >= asked.firstIntentAt,
  );
  const taken = await asked.taken(alike.map(({ key }) => asPublished(key).remoteId));
  const found = alike.find(({ key }) => !taken.has(asPublished(key).remoteId));
  return found ? { kind: "published", ...asPublished(found.key) } : { kind: "absent" };
}

function asPublished(key: string): Published {
  return {
    remoteId: `remote-${key}`,
    reference: { id: `remote-${key}` },
    url: `https://fake.example/${key}`,
  };
}

function textOf(value: Json | undefined): string {
  if (typeof value !== "string") throw new Error("The fake network was sent something unreadable.");
  return value;
}
