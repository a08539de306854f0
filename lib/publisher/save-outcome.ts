import type { Tx } from "../db/store.ts";
import { applyEvents, type AppliedEvent } from "../deliveries/apply-event.ts";
import { listAllBound } from "../deliveries/bound-posts-repository.ts";
import { excludeBoundPosts, remoteIdsOf } from "../deliveries/bound-posts.ts";
import type { CompletedStep } from "../deliveries/delivery-event.ts";
import { payForDelivery, payForLooking } from "../deliveries/delivery-price.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { systemContext } from "../kernel/context.ts";
import { claimNext } from "./claim-due.ts";
import { retryUntilSaved } from "./retry-until-saved.ts";
import type { Run } from "./run.ts";

/**
 * Keeps what came of a step, if the delivery is still ours: a worker that slept through its lease
 * changes nothing. Returns the account's next delivery, claimed in the same commit; where its
 * request was made ready meanwhile, it is about to leave already.
 */
export async function saveOutcome(
  run: Run,
  delivery: Delivery,
  step: CompletedStep,
): Promise<Delivery | undefined> {
  let tries = 0;
  const { isSaved, next } = await retryUntilSaved(run, delivery, () => {
    tries += 1;
    return run.batch(saveOutcomes, { run, delivery, step });
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
  readonly step: CompletedStep;
}

async function saveOutcomes(tx: Tx, outcomes: readonly Outcome[]) {
  const [first] = outcomes;
  if (!first) return [];
  const bound = await listAllBound(tx, outcomes.flatMap(speaksOf));
  const happenings = outcomes.map((one) => happeningOf(one, bound.get(one.delivery.id)));
  const saved = await applyEvents(tx, happenings);
  const ours = happenings.filter(({ delivery }) => saved.has(delivery.id));
  for (const { delivery, ctx, cost } of ours) {
    if (saved.get(delivery.id)?.state === "published") await payForDelivery(tx, ctx, delivery);
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

function happeningOf(
  { run: { runtime }, delivery, step }: Outcome,
  bound: ReadonlySet<string> = new Set(),
): AppliedEvent & { readonly cost: number } {
  return {
    delivery,
    event: excludeBoundPosts(step, bound),
    ctx: systemContext(runtime, delivery.workspaceId),
    cost: "cost" in step.outcome ? (step.outcome.cost ?? 0) : 0,
  };
}
