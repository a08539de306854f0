import { markPublished } from "../accounts/mark-account.ts";
import type { Db } from "../db/store.ts";
import { recordAll } from "../events/record-all.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { keptReason } from "./after-restore.ts";
import type { Change } from "./change.ts";
import type { Delivery } from "./delivery.ts";
import { listThread, updateDelivery } from "./repository.ts";

interface Changed {
  readonly delivery: Delivery;
  readonly change: Change;
  readonly ctx: Context;
}

/** What new states mean for others: history, the accounts, the rest of the threads. */
export async function tellAll(tx: Db, all: readonly Changed[]): Promise<void> {
  const after = all.map(({ ctx, delivery, change }) => ({
    ctx,
    delivery: { ...delivery, ...change },
  }));
  const published = after.filter(({ delivery }) => delivery.state === "published");
  await tellPublished(tx, published);
  for (const { ctx, delivery } of after) await tellProblem(tx, ctx, delivery);
  await tellSlow(tx, all);
}

/** The engine goes on by itself; who has to know is told once. */
async function tellSlow(tx: Db, all: readonly Changed[]): Promise<void> {
  const slow = all.filter(({ change }) => change.toldAt);
  await recordAll(
    tx,
    "delivery.takes-long",
    slow.map(({ ctx, delivery: { id, postId, accountId } }) => ({
      ctx,
      subjectId: id,
      detail: { postId, accountId },
    })),
  );
}

type Told = Omit<Changed, "change">;

async function tellPublished(tx: Db, published: readonly Told[]): Promise<void> {
  const accounts = published.map(({ delivery, ctx }) => ({
    id: delivery.accountId,
    workspaceId: delivery.workspaceId,
    lastPublishedAt: ctx.clock.now(),
  }));
  await markPublished(tx, accounts);
  await recordAll(
    tx,
    "delivery.published",
    published.map(({ delivery: { id, postId, accountId, url }, ctx }) => ({
      ctx,
      subjectId: id,
      detail: { postId, accountId, url: url ?? "" },
    })),
  );
  // Without the network's own reference nothing can be hung on a part.
  for (const { ctx, delivery } of published)
    if (delivery.reference === null) await stopRest(tx, ctx, delivery);
}

async function tellProblem(tx: Db, ctx: Context, delivery: Delivery): Promise<void> {
  const { id, postId, accountId, state } = delivery;
  if (state === "failed" || state === "cancelled") {
    const reason = delivery.reason ?? "invalid";
    await record(tx, ctx, "delivery.failed", id, { postId, accountId, reason });
    await stopRest(tx, ctx, delivery);
  }
  if (state === "needs_person" || state === "missed")
    await record(tx, ctx, "delivery.needs-person", id, { postId, accountId });
}

/** Nobody should read the third part of a thread whose second is missing. */
async function stopRest(tx: Db, ctx: Context, delivery: Delivery): Promise<void> {
  if (delivery.part === delivery.partCount) return;
  for (const later of await listThread(tx, delivery, "after")) {
    if (later.state !== "scheduled" && later.state !== "missed") continue;
    await updateDelivery(tx, later.workspaceId, later.id, {
      state: "stopped",
      reason: keptReason(later) ?? "earlier-part-missing",
      updatedAt: ctx.clock.now(),
    });
  }
}
