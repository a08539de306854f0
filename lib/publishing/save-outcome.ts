import { connectorFor } from "../networks/registry.ts";
import { claimNext } from "./claim-due.ts";
import type { Delivery } from "./delivery.ts";
import { afterStep, type Step, type StepOutcome } from "./next-state.ts";
import { listBound } from "./repository.ts";
import type { Run } from "./run.ts";
import { saveChange } from "./save-change.ts";

/**
 * Keeps what came of a step, if the delivery is still ours: a worker that slept through its lease
 * changes nothing. Returns the account's next delivery, claimed in the same commit.
 */
export async function saveOutcome(
  run: Run,
  delivery: Delivery,
  step: Exclude<Step, { phase: "lease-lost" }>,
): Promise<Delivery | undefined> {
  const { installation } = run;
  const { outcome: rule } = connectorFor(delivery.network);
  const { isSaved, next } = await run.commit(async (tx) => {
    const bound =
      step.outcome.kind === "published" &&
      (await listBound(tx, delivery, [step.outcome.remoteId])).size > 0;
    const known: Step = bound && step.phase !== "prepare" ? somebodyElses(step.phase) : step;
    const change = afterStep(delivery, known, { now: installation.clock.now(), rule });
    const isSaved = await saveChange(tx, installation, delivery, change, {
      phase: step.phase,
      outcome: "outcome" in known ? known.outcome.kind : step.outcome.kind,
      httpStatus: "httpStatus" in step.outcome ? step.outcome.httpStatus : undefined,
      excerpt: detailOf(step.outcome),
    });
    return { isSaved, next: isSaved ? await claimNext(tx, run, delivery.accountId) : undefined };
  });
  if (!isSaved)
    installation.log.warn(
      { deliveryId: delivery.id, outcome: step.outcome.kind },
      "An outcome came after the lease had ended; the network will be asked.",
    );
  return next;
}

/** A post that belongs to another delivery cannot be this one. */
function somebodyElses(phase: "publish" | "reconcile"): Step {
  const detail = "The network answered with a post that belongs to another delivery.";
  return { phase, outcome: { kind: "unknown", detail } };
}

function detailOf(outcome: StepOutcome): string | undefined {
  if ("detail" in outcome) return outcome.detail;
  return "url" in outcome ? outcome.url : undefined;
}
