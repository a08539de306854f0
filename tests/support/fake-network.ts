import type { Asked, Connector, OutgoingPart } from "#lib/networks/contract/connector";
import type { OutcomeRule } from "#lib/networks/contract/manifest";
import type { ReconcileOutcome, RefreshOutcome } from "#lib/networks/contract/outcome";
import type { JsonObject } from "#lib/networks/contract/remote";
import type { Session } from "#lib/networks/contract/session";

import { connect, isExpired, publish, reconcile, requestOf, search } from "./fake-answers.ts";
import { putUp } from "./test-networks.ts";

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
    sameWordsDays?: number;
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
  putUp(fake.connector);
  return fake;
}

function connectorOf(fake: FakeNetwork, over: Parameters<typeof fakeNetwork>[0] = {}): Connector {
  return {
    network: over.network ?? "fake",
    label: "Fake",
    icon: "",
    isSimulated: true,
    limits: {
      text: { max: 300, unit: "graphemes" },
      images: { max: 4, maxBytes: 1_000_000, maxSide: 2_000, altMax: 1_000 },
      threadMax: over.threadMax ?? 10,
    },
    abilities: { canDelete: true, canReply: true, canMention: true },
    outcome: { kind: "own-id", settleMs: 30_000, timeoutMs: 10_000, ...over.outcome },
    ...(over.sameWordsDays && { sameWordsDays: over.sameWordsDays }),
    connectFields: [
      { name: "identifier", kind: "text", isRequired: true },
      { name: "password", kind: "password", isRequired: true },
    ],
    connect: async (_context, answers) => connect(fake, answers),
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
    profileUrl: ({ handle }) => `https://fake.example/${handle}`,
  };
}
