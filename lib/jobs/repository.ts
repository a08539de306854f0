import { and, asc, count, eq, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";

import { bulkInsert } from "../db/bulk-write.ts";
import type { Db, Tx } from "../db/store.ts";
import type { Job } from "./job.ts";
import { isLeaseFree, isLeaseHeld } from "./lease.ts";
import { jobs } from "./schema.ts";

/** Inserts all jobs with one statement. */
export const insertJobs = bulkInsert(jobs);

/** Jobs without an attempt are claimed in batches; a job that failed or ended its worker is claimed alone. */
export type JobTurn = "fresh" | "retried";

/**
 * Whether `claimJobs` would find a job. Callers ask first because every claim is a commit, which wakes all
 * loops.
 */
export async function hasDueJob(db: Db, turn: JobTurn, now: Date): Promise<boolean> {
  const found = await db.select({ id: jobs.id }).from(jobs).where(isDue(turn, now)).limit(1);
  return found.length > 0;
}

/**
 * Claims the oldest due jobs that no other worker holds. The attempt is counted here, so that a job that ends
 * its worker process also reaches its last attempt.
 */
export async function claimJobs(
  tx: Tx,
  turn: JobTurn,
  { now, until, limit }: { now: Date; until: Date; limit: number },
): Promise<Job[]> {
  const due = await tx.skipLocked(
    tx.select().from(jobs).where(isDue(turn, now)).orderBy(asc(jobs.id)).limit(limit),
  );
  if (due.length === 0) return [];
  await tx
    .update(jobs)
    .set({ leaseUntil: until, attempts: sql`${jobs.attempts} + 1` })
    .where(inArray(jobs.id, idsOf(due)));
  return due.map((job) => ({ ...job, leaseUntil: until, attempts: job.attempts + 1 }));
}

/**
 * Deletes jobs that are done, except those that another worker has claimed meanwhile. Returns the number
 * deleted.
 */
export async function deleteJobs(tx: Tx, done: readonly Job[], lease: Date): Promise<number> {
  if (done.length === 0) return 0;
  const gone = await tx.delete(jobs).where(areHeld(done, lease)).returning({ id: jobs.id });
  return gone.length;
}

/** Returns claimed jobs to the queue and does not count the attempt. */
export async function releaseJobs(tx: Tx, left: readonly Job[], lease: Date): Promise<void> {
  if (left.length === 0) return;
  await tx
    .update(jobs)
    .set({ leaseUntil: null, attempts: sql`${jobs.attempts} - 1` })
    .where(areHeld(left, lease));
}

/** Saves a failed attempt. Returns false if another worker has claimed the job meanwhile. */
export async function saveFailure(
  tx: Tx,
  job: Job,
  lease: Date,
  failure: Pick<Job, "nextTryAt" | "lastError" | "diedAt">,
): Promise<boolean> {
  const saved = await tx
    .update(jobs)
    .set({ ...failure, leaseUntil: null })
    .where(areHeld([job], lease))
    .returning({ id: jobs.id });
  return saved.length > 0;
}

/** Returns either the dead letters or the jobs still to be done, oldest first. */
export async function listJobs(
  db: Db,
  workspaceId: string,
  { isDead, limit }: { isDead: boolean; limit: number },
): Promise<Job[]> {
  return db
    .select()
    .from(jobs)
    .where(and(eq(jobs.workspaceId, workspaceId), isDead ? isNotNull(jobs.diedAt) : isAlive()))
    .orderBy(asc(jobs.id))
    .limit(limit);
}

export async function countDead(db: Db, workspaceId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(jobs)
    .where(and(eq(jobs.workspaceId, workspaceId), isNotNull(jobs.diedAt)));
  return row?.count ?? 0;
}

export async function findJob(db: Db, workspaceId: string, id: string): Promise<Job | undefined> {
  const [job] = await db
    .select()
    .from(jobs)
    .where(and(eq(jobs.workspaceId, workspaceId), eq(jobs.id, id)));
  return job;
}

/** Resets a dead letter to a job without attempts. Returns false if it is no longer a dead letter. */
export async function reviveJob(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const revived = await tx
    .update(jobs)
    .set({ attempts: 0, nextTryAt: null, leaseUntil: null, lastError: null, diedAt: null })
    .where(and(eq(jobs.workspaceId, workspaceId), eq(jobs.id, id), isNotNull(jobs.diedAt)))
    .returning({ id: jobs.id });
  return revived.length > 0;
}

function isDue(turn: JobTurn, now: Date) {
  return and(
    isAlive(),
    turn === "fresh" ? eq(jobs.attempts, 0) : gt(jobs.attempts, 0),
    isLeaseFree(jobs.leaseUntil, now),
    // A `nextTryAt` beyond the longest backoff was written before the clock was set back.
    isLeaseFree(jobs.nextTryAt, now),
  );
}

function isAlive() {
  return isNull(jobs.diedAt);
}

function areHeld(all: readonly Job[], lease: Date) {
  return and(inArray(jobs.id, idsOf(all)), isLeaseHeld(jobs.leaseUntil, lease));
}

function idsOf(all: readonly Job[]): string[] {
  return all.map(({ id }) => id);
}
