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
 * Saves the outcome of a step, unless the lease was lost: then nothing changes. Returns the account's next
 * delivery, claimed in the same commit; if its request was prefetched, its intent is already recorded.
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
  // If there were several tries, an earlier one was saved although it was reported as failed.
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
