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
  /** May come twice for one job: the process may end before it is written down that it was done. */
  readonly perform: (job: Job) => Promise<unknown>;
  /** In the transaction that makes it a dead letter. */
  readonly onDead: (tx: Tx, job: Job) => Promise<void>;
}

interface Outcomes {
  readonly done: Job[];
  readonly left: Job[];
  readonly failed: { readonly job: Job; readonly error: string }[];
}

/**
 * Does all jobs that are due, oldest first, and says how many it did. A job that fails is tried
 * again later, ever less often, and is a dead letter in the end; the others go on.
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
    // What is begun late might be done by another worker at the same time.
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

/** One commit for the whole batch. Where the lease was lost, another worker says what became of it. */
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
