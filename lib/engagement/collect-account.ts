import { describeAccount, isDescriptionOld } from "../accounts/describe-account.ts";
import { withSession } from "../accounts/with-session.ts";
import { leaseEnd } from "../jobs/lease.ts";
import { systemContext, type Context, type Runtime } from "../kernel/context.ts";
import type { Connector } from "../networks/contract/connector.ts";
import type { CollectOutcome } from "../networks/contract/outcome.ts";
import type { Json } from "../networks/contract/remote.ts";
import { findSpentOutUntil } from "../spending/find-spent-out-until.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { collectEvery, collectLeaseMs, retryAfter } from "./cadence.ts";
import {
  findAccount,
  saveNextCollection,
  saveCursor,
  type CollectedAccount,
} from "./collection-repository.ts";
import { measureAccount } from "./measure-account.ts";
import { payForReading } from "./pay-for-reading.ts";
import { recordPage } from "./record-page.ts";

export interface Collection {
  /** The connector's kind of outcome: `collected`, or why nothing was. */
  readonly outcome: CollectOutcome["kind"];
  /** Number of new touchpoints. */
  readonly count: number;
}

/** Until when the collection holds the account. Every stored page moves it on. */
export interface CollectionLease {
  until: Date | null;
}

interface Round {
  readonly lease: CollectionLease;
  readonly stopping?: AbortSignal | undefined;
}

/** Pages in one round. The limit gives other accounts their turn while one with a long history is read. */
const pagesAtOnce = 50;

/**
 * Reads an account's new touchpoints, one transaction for each page. Then measures its posts, refreshes the
 * account's description once a day, and plans the next collection. After a crash the next round continues
 * from the last stored page. Throws `LeaseLost` if another worker has taken the account.
 */
export async function collectAccount(
  runtime: Runtime,
  accountId: string,
  given?: Round,
): Promise<Collection> {
  const account = await findAccount(runtime.db, accountId);
  if (!account || account.state !== "active") return { outcome: "reconnect", count: 0 };
  const round = given ?? { lease: { until: account.collectLeaseUntil } };
  const connector = runtime.networks.get(account.network);
  const ctx = systemContext(runtime, account.workspaceId);
  const read = (await brokeOutcome(ctx, account)) ?? (await readPages(ctx, account, round));
  if (read.outcome.kind === "collected") {
    await measureAccount(ctx, account, connector);
    if (isDescriptionOld(account, ctx.clock.now())) await describeAccount(ctx, account);
  }
  await planNext(ctx, account, round.lease, read);
  return { outcome: read.outcome.kind, count: read.count };
}

/**
 * Returns the outcome if the account has reached its monthly limit of spending: reading costs money on some
 * networks.
 */
async function brokeOutcome(ctx: Context, account: CollectedAccount) {
  const until = await findSpentOutUntil(ctx.db, account, 1, ctx.clock.now());
  if (!until) return undefined;
  const detail = "The account has spent what it may this month.";
  return { outcome: { kind: "later" as const, retryAt: until, detail }, count: 0 };
}

async function readPages(ctx: Context, account: CollectedAccount, { lease, stopping }: Round) {
  const connector = ctx.networks.get(account.network);
  const { timeZone } = await showWorkspace(ctx);
  let cursor: Json = account.cursor;
  let count = 0;
  for (let page = 1; ; page += 1) {
    const from = cursor;
    const outcome = await withSession(ctx, account, (session) => connector.collect(session, from));
    if (outcome.kind !== "collected") return { outcome, count };
    cursor = outcome.cursor;
    const until = leaseEnd(ctx.clock.now(), collectLeaseMs);
    const added = await recordPage(ctx, account, timeZone, outcome.touchpoints, async (tx) => {
      await saveCursor(tx, account, outcome.cursor, { taken: lease.until, until });
      await payForReading(tx, ctx, account, outcome.cost);
    });
    lease.until = until;
    count += added.length;
    if (!outcome.hasMore || page >= pagesAtOnce || stopping?.aborted) return { outcome, count };
  }
}

async function planNext(
  ctx: Context,
  before: CollectedAccount,
  lease: CollectionLease,
  { outcome, count }: { readonly outcome: CollectOutcome; readonly count: number },
): Promise<void> {
  const now = ctx.clock.now();
  const account = (await findAccount(ctx.db, before.id)) ?? before;
  // A post published meanwhile may have asked for an earlier collection, which is kept.
  const isAskedFor = account.nextCollectAt > before.nextCollectAt;
  const planned = nextAt(account, ctx.networks.get(account.network), outcome, now);
  const nextCollectAt =
    isAskedFor && account.nextCollectAt < planned ? account.nextCollectAt : planned;
  await ctx.transact((tx) =>
    saveNextCollection(tx, account, lease.until, {
      nextCollectAt,
      ...(outcome.kind === "collected" && { lastCollectedAt: now }),
      ...(count > 0 && { lastFoundAt: now }),
    }),
  );
}

function nextAt(
  account: CollectedAccount,
  { isSimulated }: Connector,
  outcome: CollectOutcome,
  now: Date,
): Date {
  if (outcome.kind === "later") return outcome.retryAt;
  if (outcome.kind === "collected") {
    if (outcome.hasMore) return now;
    const { lastPublishedAt, lastReportedAt } = account;
    return new Date(
      now.getTime() + collectEvery({ now, lastPublishedAt, lastReportedAt, isSimulated }),
    );
  }
  const lastWellAt = account.lastCollectedAt ?? account.connectedAt;
  return new Date(now.getTime() + retryAfter(now, lastWellAt));
}
