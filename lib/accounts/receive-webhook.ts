import type { Runtime } from "../kernel/context.ts";
import type { SealedPlace } from "../kernel/ports.ts";
import type { Connector } from "../networks/contract/connector.ts";
import type { SignedMessage, WebhookNews, Webhooks } from "../networks/contract/webhooks.ts";
import { appKeys, secretIn } from "../networks/kit/app-secret.ts";
import {
  findWebhookLine,
  listMemory,
  listReachable,
  noteReported,
  saveWebhookLine,
} from "./webhook-repository.ts";

type Received =
  /** `accounts`: how many accounts are now due for collecting. */
  | { readonly kind: "taken"; readonly accounts: number; readonly ignored: number }
  | { readonly kind: "unknown-family" }
  | { readonly kind: "not-signed" }
  | { readonly kind: "unreadable" };

/** Minimum time between two collections of an account because of webhooks. */
const restMs = 5_000;
/** Minimum time between two writes because of unsigned messages. */
const refusalEveryMs = 60_000;

/**
 * Takes a network's webhook. The accounts that it names become due for collecting with this commit; nothing
 * else of it is stored, so a repeated message, or many entries about one account, cause one collection. The
 * collector then reads what happened, as it would have later anyway.
 */
export async function receiveWebhook(
  runtime: Runtime,
  family: string,
  message: SignedMessage,
): Promise<Received> {
  const senders = runtime.networks.all.flatMap(({ network, webhooks }) =>
    webhooks?.family === family ? [{ network, webhooks }] : [],
  );
  const [first] = senders;
  if (!first) return { kind: "unknown-family" };
  const networks = senders.map(({ network }) => network);
  if (!first.webhooks.isSigned(message, await secretsOf(runtime, networks))) {
    await noteRefusal(runtime, family);
    return { kind: "not-signed" };
  }
  const body = parse(message.bytes);
  if (body === undefined) return { kind: "unreadable" };
  return take(runtime, family, senders, body);
}

interface Sender {
  readonly network: Connector["network"];
  readonly webhooks: Webhooks;
}

async function take(
  runtime: Runtime,
  family: string,
  senders: readonly Sender[],
  body: unknown,
): Promise<Received> {
  const read = senders.flatMap(({ network, webhooks }) => {
    const news = webhooks.read(body);
    return news ? [{ network, news }] : [];
  });
  const news = read[0]?.news ?? nothingOfOurs;
  const known = await listReachable(
    runtime.db,
    read.map(({ network }) => network),
  );
  const meant = known.filter(({ remoteId }) => news.about.has(remoteId));
  const unknown = news.about.size - new Set(meant.map(({ remoteId }) => remoteId)).size;
  const now = runtime.clock.now();
  const ignored = news.ignored + unknown;
  const lastIgnored = unknown > 0 ? "account" : news.lastIgnored;
  const line = {
    id: runtime.newId(),
    family,
    arrivedAt: now,
    arrived: 1,
    ignored,
    ...(lastIgnored !== undefined && { lastIgnored: plainName(lastIgnored) }),
  };
  await runtime.transact(async (tx) => {
    for (const { ids, nextCollectAt } of dueTimes(meant, now))
      await noteReported(tx, ids, { lastReportedAt: now, ...(nextCollectAt && { nextCollectAt }) });
    await saveWebhookLine(tx, line);
  });
  return { kind: "taken", accounts: meant.length, ignored };
}

const nothingOfOurs: WebhookNews = { about: new Set(), ignored: 1, lastIgnored: "object" };

type Reachable = Awaited<ReturnType<typeof listReachable>>[number];

/**
 * Groups accounts by when to collect them: now, or `restMs` after their last collection. Undefined if they
 * are due sooner anyway.
 */
function dueTimes(accounts: readonly Reachable[], now: Date) {
  const groups = new Map<number | undefined, string[]>();
  for (const { id, nextCollectAt, lastCollectedAt } of accounts) {
    const rested = (lastCollectedAt?.getTime() ?? 0) + restMs;
    const at = Math.max(now.getTime(), rested);
    // What is overdue keeps its place in the queue.
    const isSooner = nextCollectAt.getTime() <= at;
    const due = isSooner ? undefined : at;
    groups.set(due, [...(groups.get(due) ?? []), id]);
  }
  return [...groups].map(([at, ids]) => ({
    ids,
    nextCollectAt: at === undefined ? undefined : new Date(at),
  }));
}

/**
 * Returns the client secrets of every app that somebody signed in with, because a message may come from any
 * of them.
 */
async function secretsOf(runtime: Runtime, networks: readonly string[]): Promise<string[]> {
  const rows = await listMemory(runtime.db, networks, appKeys);
  const found = rows.flatMap(({ network, key, sealed }) => {
    const place = { workspaceId: "", rowId: `${network}/${key}`, column: "sealed" };
    return opened(runtime, sealed, place) ?? [];
  });
  return [...new Set(found)];
}

/** Returns the client secret; undefined if it was sealed under another installation's key. */
function opened({ secrets }: Runtime, sealed: string, place: SealedPlace): string | undefined {
  try {
    return secretIn(JSON.parse(secrets.open(sealed, place)));
  } catch {
    return undefined;
  }
}

async function noteRefusal(runtime: Runtime, family: string): Promise<void> {
  const now = runtime.clock.now();
  const line = await findWebhookLine(runtime.db, family);
  if (line?.refusedAt && now.getTime() - line.refusedAt.getTime() < refusalEveryMs) return;
  await runtime.transact((tx) =>
    saveWebhookLine(tx, { id: runtime.newId(), family, refusedAt: now }),
  );
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** Returns a field's name if it looks like one, otherwise "other", because the text comes from outside. */
function plainName(name: string): string {
  return /^[\w.-]{1,60}$/.test(name) ? name : "other";
}
