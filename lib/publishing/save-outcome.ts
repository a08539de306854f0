import type { Db } from "../db/store.ts";
import { systemContext } from "../kernel/context.ts";
import { connectorFor } from "../networks/registry.ts";
import { claimNext } from "./claim-due.ts";
import type { Delivery } from "./delivery.ts";
import { insist } from "./insist.ts";
import { afterStep } from "./next-state.ts";
import { payForDelivery, payForLooking } from "./pay-for-delivery.ts";
import { listAllBound } from "./repository.ts";
import type { Run } from "./run.ts";
import { saveChanges, type Changed } from "./save-change.ts";
import type { StepOutcome, Taken } from "./step.ts";
import { remoteIdsOf, withoutTaken } from "./taken.ts";

/**
 * Keeps what came of a step, if the delivery is still ours: a worker that slept through its lease
 * changes nothing. Returns the account's next delivery, claimed in the same commit; where its
 * request was made ready meanwhile, it is about to leave already.
 */
export async function saveOutcome(
  run: Run,
  delivery: Delivery,
  step: Taken,
): Promise<Delivery | undefined> {
  let tries = 0;
  const { isSaved, next } = await insist(run, delivery, () => {
    tries += 1;
    return run.together(saveOutcomes, { run, delivery, step });
  });
  // After a try that seemed to fail, it is that try which was kept.
  if (!isSaved && tries === 1)
    run.runtime.log.warn(
      { deliveryId: delivery.id, outcome: step.outcome.kind },
      "An outcome came after the lease had ended; the network will be asked.",
    );
  return next;
}

interface Outcome {
  readonly run: Run;
  readonly delivery: Delivery;
  readonly step: Taken;
}

async function saveOutcomes(tx: Db, outcomes: readonly Outcome[]) {
  const [first] = outcomes;
  if (!first) return [];
  const bound = await listAllBound(tx, outcomes.flatMap(speaksOf));
  const changes = outcomes.map((one) => changeOf(one, bound.get(one.delivery.id) ?? new Set()));
  const saved = await saveChanges(tx, changes);
  const ours = outcomes.filter(({ delivery }) => saved.has(delivery.id));
  for (const { delivery, change, ctx, cost } of changes.filter((one) =>
    saved.has(one.delivery.id),
  )) {
    if (change.state === "published") await payForDelivery(tx, ctx, delivery);
    await payForLooking(tx, ctx, delivery, cost);
  }
  const accountIds = ours.map(({ delivery }) => delivery.accountId);
  const next = await claimNext(tx, first.run, accountIds);
  return outcomes.map(({ delivery: { id, accountId } }) => {
    const isSaved = saved.has(id);
    return { isSaved, next: isSaved ? next.find((one) => one.accountId === accountId) : undefined };
  });
}

function speaksOf({ delivery: { id, accountId }, step }: Outcome) {
  return remoteIdsOf(step).map((remoteId) => ({ id, accountId, remoteId }));
}

function changeOf(
  { run: { runtime }, delivery, step }: Outcome,
  bound: ReadonlySet<string>,
): Changed & { readonly cost: number } {
  const { outcome: rule } = connectorFor(delivery.network);
  const known = withoutTaken(step, bound);
  return {
    delivery,
    change: afterStep(delivery, known, { now: runtime.clock.now(), rule }),
    tried: {
      phase: step.phase,
      outcome: known.outcome.kind,
      httpStatus: "httpStatus" in step.outcome ? step.outcome.httpStatus : undefined,
      excerpt: excerptOf(known.outcome),
    },
    ctx: systemContext(runtime, delivery.workspaceId),
    cost: "cost" in step.outcome ? (step.outcome.cost ?? 0) : 0,
  };
}

function excerptOf(outcome: StepOutcome): string | undefined {
  if ("detail" in outcome) return outcome.detail;
  return "url" in outcome ? outcome.url : undefined;
}
