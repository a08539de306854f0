import type { Db } from "../db/store.ts";
import { connectorFor } from "../networks/registry.ts";
import { claimNext } from "./claim-due.ts";
import type { Delivery } from "./delivery.ts";
import { afterStep } from "./next-state.ts";
import { listBound } from "./repository.ts";
import type { Run } from "./run.ts";
import { saveChange } from "./save-change.ts";
import type { StepOutcome, Taken } from "./step.ts";
import { remoteIdsOf, withoutTaken } from "./taken.ts";

/**
 * Keeps what came of a step, if the delivery is still ours: a worker that slept through its lease
 * changes nothing. Returns the account's next delivery, claimed in the same commit.
 */
export async function saveOutcome(
  run: Run,
  delivery: Delivery,
  step: Taken,
): Promise<Delivery | undefined> {
  const { isSaved, next } = await run.commit(async (tx) => {
    const isSaved = await keep(tx, run, delivery, step);
    return { isSaved, next: isSaved ? await claimNext(tx, run, delivery.accountId) : undefined };
  });
  if (!isSaved)
    run.installation.log.warn(
      { deliveryId: delivery.id, outcome: step.outcome.kind },
      "An outcome came after the lease had ended; the network will be asked.",
    );
  return next;
}

async function keep(tx: Db, run: Run, delivery: Delivery, step: Taken): Promise<boolean> {
  const { installation } = run;
  const { outcome: rule } = connectorFor(delivery.network);
  const remoteIds = remoteIdsOf(step);
  const known = withoutTaken(step, await listBound(tx, delivery, remoteIds));
  const change = afterStep(delivery, known, { now: installation.clock.now(), rule });
  return saveChange(tx, installation, delivery, change, {
    phase: step.phase,
    outcome: known.outcome.kind,
    httpStatus: "httpStatus" in step.outcome ? step.outcome.httpStatus : undefined,
    excerpt: excerptOf(known.outcome),
  });
}

function excerptOf(outcome: StepOutcome): string | undefined {
  if ("detail" in outcome) return outcome.detail;
  return "url" in outcome ? outcome.url : undefined;
}
