import type { Db } from "../db/store.ts";
import type { Installation } from "../kernel/context.ts";
import { connectorFor } from "../networks/registry.ts";
import { recordSpending } from "../spending/record-spending.ts";
import { claimNext } from "./claim-due.ts";
import type { Delivery } from "./delivery.ts";
import { insist } from "./insist.ts";
import { afterStep } from "./next-state.ts";
import { priceOfDelivery } from "./price-of-delivery.ts";
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
  const { isSaved, next } = await insist(run, delivery, () =>
    run.commit(async (tx) => {
      const isSaved = await keep(tx, run, delivery, step);
      return { isSaved, next: isSaved ? await claimNext(tx, run, delivery.accountId) : undefined };
    }),
  );
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
  const isSaved = await saveChange(tx, installation, delivery, change, {
    phase: step.phase,
    outcome: known.outcome.kind,
    httpStatus: "httpStatus" in step.outcome ? step.outcome.httpStatus : undefined,
    excerpt: excerptOf(known.outcome),
  });
  if (isSaved && change.state === "published") await pay(tx, installation, delivery);
  return isSaved;
}

/** Also what was found there later: the network took its price when it took the post. */
async function pay(tx: Db, installation: Installation, delivery: Delivery): Promise<void> {
  const { workspaceId, accountId } = delivery;
  const usdMicros = priceOfDelivery(delivery);
  await recordSpending(tx, installation, { workspaceId, accountId, kind: "publish", usdMicros });
}

function excerptOf(outcome: StepOutcome): string | undefined {
  if ("detail" in outcome) return outcome.detail;
  return "url" in outcome ? outcome.url : undefined;
}
