import type { Tx } from "../db/store.ts";
import type { Runtime } from "../kernel/context.ts";
import { redactedMessage } from "../kernel/redact.ts";
import { afterFailure, maxAttempts, type Job } from "./job.ts";
import { isLeaseLive, leaseEnd } from "./lease.ts";
import {
  claimJobs,
  deleteJobs,
  hasDueJob,
  releaseJobs,
  saveFailure,
  type JobTurn,
} from "./repository.ts";
import { retryUntil } from "./retry.ts";

const batchSize = 50;
const leaseMs = 60_000;

interface Batch {
  readonly jobs: readonly Job[];
  readonly lease: Date;
}

export interface JobWork {
  /** Must tolerate a second run for the same job: the process may end before the job is deleted. */
  readonly perform: (job: Job) => Promise<unknown>;
  /** Called in the transaction that turns the job into a dead letter. */
  readonly onDead: (tx: Tx, job: Job) => Promise<void>;
}

interface Outcomes {
  readonly done: Job[];
  readonly left: Job[];
  readonly failed: { readonly job: Job; readonly error: string }[];
}

/**
 * Runs all due jobs, oldest first, and returns how many were done. A failed job is retried after a growing
 * backoff until it becomes a dead letter; the other jobs continue.
 */
export async function runJobs(
  runtime: Runtime,
  { perform, onDead }: JobWork,
  stopping?: AbortSignal,
): Promise<number> {
  let done = 0;
  let claimed: number;
  do {
    claimed = 0;
    for (const turn of ["fresh", "retried"] as const) {
      const batch = stopping?.aborted ? undefined : await claim(runtime, turn);
      if (!batch) continue;
      claimed += batch.jobs.length;
      const outcomes = await runBatch(runtime, batch, perform, stopping);
      done += await settle(runtime, batch, outcomes, onDead);
    }
  } while (claimed > 0);
  return done;
}

async function claim({ clock, db, transact }: Runtime, turn: JobTurn): Promise<Batch | undefined> {
  const now = clock.now();
  if (!(await hasDueJob(db, turn, now))) return undefined;
  const lease = leaseEnd(now, leaseMs);
  const limit = turn === "fresh" ? batchSize : 1;
  const jobs = await transact((tx) => claimJobs(tx, turn, { now, until: lease, limit }));
  return { jobs, lease };
}

async function runBatch(
  { clock, log }: Runtime,
  { jobs, lease }: Batch,
  perform: JobWork["perform"],
  stopping: AbortSignal | undefined,
): Promise<Outcomes> {
  const outcomes: Outcomes = { done: [], left: [], failed: [] };
  for (const job of jobs) {
    // A job that starts late in the lease might also be run by another worker.
    const isTime = !stopping?.aborted && isLeaseLive(lease, clock.now(), leaseMs / 2);
    if (!isTime) outcomes.left.push(job);
    else
      try {
        if (job.attempts > maxAttempts) throw new Error("The process ended in the middle of it.");
        await perform(job);
        outcomes.done.push(job);
      } catch (error) {
        const { id, attempts } = job;
        log.error({ error, job: id, attempts }, "Work after an event failed.");
        outcomes.failed.push({ job, error: redactedMessage(error) });
      }
  }
  return outcomes;
}

/** Saves the outcomes of a batch in one commit. Jobs whose lease was lost are left to their new worker. */
async function settle(
  runtime: Runtime,
  { lease }: Batch,
  { done, left, failed }: Outcomes,
  onDead: JobWork["onDead"],
): Promise<number> {
  const now = runtime.clock.now();
  const retrying = { until: lease, what: "What was done after events", about: {} };
  return retryUntil(runtime, retrying, () =>
    runtime.transact(async (tx) => {
      await releaseJobs(tx, left, lease);
      for (const { job, error } of failed) {
        const failure = afterFailure(job, error, now);
        const isSaved = await saveFailure(tx, job, lease, failure);
        if (isSaved && failure.diedAt) await onDead(tx, job);
      }
      return deleteJobs(tx, done, lease);
    }),
  );
}
