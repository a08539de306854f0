import { withSession } from "../accounts/with-session.ts";
import type { Context } from "../kernel/context.ts";
import type { Connector } from "../networks/contract/connector.ts";
import type { Published, RemoteMetrics } from "../networks/contract/remote.ts";
import { measuredForMs, measureEvery } from "./cadence.ts";
import type { CollectedAccount } from "./collection-repository.ts";
import { insertMetrics, listPublished, type MeasuredDelivery } from "./metrics-repository.ts";
import { payForReading } from "./pay-for-reading.ts";

const postsAtOnce = 25;

/**
 * Measures the posts whose counts are no longer current, at most 25, and returns the number of new counts. If
 * the network does not answer, the next round tries again.
 */
export async function measureAccount(
  ctx: Context,
  account: CollectedAccount,
  connector: Connector,
): Promise<number> {
  const now = ctx.clock.now();
  const since = new Date(now.getTime() - measuredForMs);
  const published = await listPublished(ctx.db, account, since);
  const due = published
    .filter((delivery) => isDue(delivery, now, connector.isSimulated))
    .slice(0, postsAtOnce);
  if (due.length === 0) return 0;
  const outcome = await withSession(ctx, account, (session) =>
    connector.measure(session, due.flatMap(asPublished)),
  );
  if (outcome.kind !== "measured") return 0;
  const rows = outcome.metrics.flatMap((counts) => rowOf(ctx, due, counts));
  if (rows.length > 0)
    await ctx.transact(async (tx) => {
      await insertMetrics(tx, rows);
      await payForReading(tx, ctx, account, outcome.cost);
    });
  return rows.length;
}

function isDue(
  { publishedAt, measuredAt }: MeasuredDelivery,
  now: Date,
  isSimulated: boolean,
): boolean {
  if (!publishedAt || !measuredAt) return true;
  return now.getTime() - measuredAt.getTime() >= measureEvery(now, publishedAt, isSimulated);
}

function asPublished({ remoteId, reference, url }: MeasuredDelivery): Published[] {
  return remoteId === null ? [] : [{ remoteId, reference, url: url ?? "" }];
}

function rowOf(ctx: Context, due: readonly MeasuredDelivery[], counts: RemoteMetrics) {
  const delivery = due.find((one) => one.remoteId === counts.remoteId);
  if (!delivery) return [];
  const { likes, reposts, replies, quotes } = counts;
  return [
    {
      id: ctx.newId(),
      workspaceId: ctx.workspaceId,
      deliveryId: delivery.id,
      at: ctx.clock.now(),
      likes,
      reposts,
      replies,
      quotes,
    },
  ];
}
