import type { Db } from "../db/store.ts";
import { connectorFor } from "../networks/registry.ts";
import type { Change } from "./change.ts";
import type { Delivery } from "./delivery.ts";
import { hasLost, listOrphans, listTaken, lockLost, lockWaiting } from "./lost-repository.ts";
import { afterStep } from "./next-state.ts";
import type { Run } from "./run.ts";
import { saveChange } from "./save-change.ts";

const knownMs = 10_000;

/**
 * Takes deliveries from workers that are gone, and those that this one holds without knowing: what
 * may have left is doubted, what cannot have left is sent anew. A worker that may only be asleep
 * keeps them until the lease ends; `gone` names those that cannot wake.
 */
export async function recoverLost(run: Run, gone: readonly string[] = []): Promise<void> {
  const { db, clock } = run.runtime;
  const lost = { gone, forgotten: await listForgotten(run) };
  if (!(await hasLost(db, clock.now(), lost))) return;
  await run.commit(async (tx) => {
    const now = clock.now();
    for (const delivery of await lockLost(tx, now, lost)) await letGo(tx, run, delivery, now);
  });
}

/** The claim was kept, but the database went away before it could say so. */
async function listForgotten({ runtime, workerId, held }: Run): Promise<string[]> {
  const { db, clock } = runtime;
  const before = new Date(clock.now().getTime() - knownMs);
  return (await listTaken(db, workerId, before)).filter((id) => !held.has(id));
}

async function letGo(tx: Db, run: Run, delivery: Delivery, now: Date): Promise<void> {
  const { outcome: rule } = connectorFor(delivery.network);
  const change = afterStep(delivery, { phase: "lease-lost" }, { now, rule });
  await saveChange(tx, run.runtime, delivery, change, {
    phase: phaseOf(delivery),
    outcome: "lease-lost",
  });
}

/** What waits on a disconnected account is cancelled where anyone can see it; what is in doubt there goes to a person. */
export async function cancelOrphans(run: Run): Promise<void> {
  const orphans = await listOrphans(run.runtime.db);
  if (orphans.length === 0) return;
  await run.commit(async (tx) => {
    for (const { id } of orphans) {
      const delivery = await lockWaiting(tx, id);
      if (!delivery) continue;
      await saveChange(tx, run.runtime, delivery, withoutAccount(delivery), {
        phase: "claim",
        outcome: "account-disconnected",
      });
    }
  });
}

function withoutAccount(delivery: Delivery): Change {
  const reason = { reason: "account-disconnected", reasonDetail: null };
  return delivery.state === "unknown"
    ? { ...reason, state: "needs_person" }
    : { ...reason, state: "cancelled" };
}

function phaseOf(delivery: Delivery): "claim" | "publish" | "reconcile" {
  if (delivery.state === "sending") return "publish";
  return delivery.state === "reconciling" ? "reconcile" : "claim";
}
