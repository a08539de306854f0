import { and, eq, inArray, lte } from "drizzle-orm";

import { withSession } from "#lib/accounts/with-session";
import type { Delivery } from "#lib/deliveries/delivery";
import { outgoingPart } from "#lib/deliveries/outgoing-part";
import { deliveries } from "#lib/deliveries/schema";
import type { Runtime } from "#lib/kernel/context";
import type { OutgoingPart } from "#lib/networks/contract/connector";

const mostTries = 3;
const againMs = 5_000;

/**
 * The control: what a job queue does with such work. A job that fails is tried again, three times in
 * all; a job whose worker died is tried again, too. It never asks whether anything is there.
 */
export function startNaiveQueue(runtime: Runtime): void {
  const inFlight = new Set<string>();
  void takeBack(runtime).then(() => {
    setInterval(() => void work(runtime, inFlight).catch(() => {}), 20);
  });
}

async function takeBack({ transact }: Runtime): Promise<void> {
  await transact((tx) =>
    tx.update(deliveries).set({ state: "scheduled" }).where(eq(deliveries.state, "sending")),
  );
}

async function work(runtime: Runtime, inFlight: Set<string>): Promise<void> {
  const due = await runtime.db
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.state, "scheduled"), lte(deliveries.dueAt, runtime.clock.now())))
    .limit(50);
  for (const delivery of due) {
    if (inFlight.has(delivery.accountId) || !(await isNext(runtime, delivery))) continue;
    inFlight.add(delivery.accountId);
    void run(runtime, delivery).finally(() => inFlight.delete(delivery.accountId));
  }
}

async function isNext({ db }: Runtime, { postId, accountId, part }: Delivery): Promise<boolean> {
  if (part === 1) return true;
  const rows = await db
    .select({ state: deliveries.state, part: deliveries.part })
    .from(deliveries)
    .where(and(eq(deliveries.postId, postId), eq(deliveries.accountId, accountId)));
  return rows.every((row) => row.part >= part || row.state === "published");
}

async function run(runtime: Runtime, delivery: Delivery): Promise<void> {
  const { id, attempts } = delivery;
  await save(runtime, id, { state: "sending", attempts: attempts + 1 });
  const part = await outgoingPart(runtime, delivery);
  const sent = await send(runtime, delivery, part).catch(() => undefined);
  if (sent) return save(runtime, id, { ...sent, state: "published" });
  if (attempts + 1 >= mostTries) return save(runtime, id, { state: "failed" });
  const dueAt = new Date(runtime.clock.now().getTime() + againMs);
  await save(runtime, id, { state: "scheduled", dueAt });
}

async function send(
  runtime: Runtime,
  { accountId, workspaceId }: Delivery,
  part: OutgoingPart,
): Promise<Pick<Delivery, "remoteId" | "reference"> | undefined> {
  const account = { id: accountId, workspaceId };
  const prepared = await withSession(runtime, account, (session, connector) =>
    connector.prepare(session, part),
  );
  if (prepared.kind !== "ready") return undefined;
  const outcome = await withSession(runtime, account, (session, connector) =>
    connector.publish(session, prepared.request),
  );
  if (outcome.kind !== "published") return undefined;
  return { remoteId: outcome.remoteId, reference: outcome.reference };
}

async function save({ transact }: Runtime, id: string, change: Partial<Delivery>): Promise<void> {
  await transact((tx) =>
    tx
      .update(deliveries)
      .set(change)
      .where(inArray(deliveries.id, [id])),
  );
}
