import type { Db } from "../db/store.ts";
import { systemContext, type Context } from "../kernel/context.ts";
import { connectorFor } from "../networks/registry.ts";
import { recordSpending } from "../spending/record-spending.ts";
import { claimNext } from "./claim-due.ts";
import type { Delivery } from "./delivery.ts";
import { insist } from "./insist.ts";
import { afterStep } from "./next-state.ts";
import { priceOfDelivery } from "./price-of-delivery.ts";
import { listAllBound } from "./repository.ts";
import type { Run } from "./run.ts";
import { saveChanges, type Changed } from "./save-change.ts";
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
    run.together(saveOutcomes, { run, delivery, step }),
  );
  if (!isSaved)
    run.installation.log.warn(
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
  for (const { delivery, change, ctx } of changes)
    if (saved.has(delivery.id) && change.state === "published") await pay(tx, ctx, delivery);
  const accountIds = ours.map(({ delivery }) => delivery.accountId);
  const next = await claimNext(tx, first.run, accountIds);
  return outcomes.map(({ delivery: { id, accountId } }) => {
    const isSaved = saved.has(id);
    return { isSaved, next: isSaved ? next.find((one) => one.accountId === accountId) : undefined };
  });
}

/** Also what was found there later: the network took its price when it took the post. */
async function pay(tx: Db, ctx: Context, delivery: Delivery): Promise<void> {
  const { workspaceId, accountId } = delivery;
  const usdMicros = priceOfDelivery(delivery);
  await recordSpending(tx, ctx, { workspaceId, accountId, kind: "publish", usdMicros });
}

function speaksOf({ delivery: { id, accountId }, step }: Outcome) {
  return remoteIdsOf(step).map((remoteId) => ({ id, accountId, remoteId }));
}

function changeOf(
  { run: { installation }, delivery, step }: Outcome,
  bound: ReadonlySet<string>,
): Changed {
  const { outcome: rule } = connectorFor(delivery.network);
  const known = withoutTaken(step, bound);
  return {
    delivery,
    change: afterStep(delivery, known, { now: installation.clock.now(), rule }),
    tried: {
      phase: step.phase,
      outcome: known.outcome.kind,
      httpStatus: "httpStatus" in step.outcome ? step.outcome.httpStatus : undefined,
      excerpt: excerptOf(known.outcome),
    },
    ctx: systemContext(installation, delivery.workspaceId),
  };
}

function excerptOf(outcome: StepOutcome): string | undefined {
  if ("detail" in outcome) return outcome.detail;
  return "url" in outcome ? outcome.url : undefined;
}
