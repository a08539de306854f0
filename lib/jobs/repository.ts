import { and, asc, count, eq, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";

import { bulkInsert } from "../db/bulk-write.ts";
import type { Db, Tx } from "../db/store.ts";
import type { Job } from "./job.ts";
import { isLeaseFree, isLeaseHeld } from "./lease.ts";
import { jobs } from "./schema.ts";

/** One statement, however many there are. */
export const insertJobs = bulkInsert(jobs);

/** Those that were never tried go in batches; one that failed, or ended its worker, goes alone. */
export type JobTurn = "fresh" | "retried";

/** Whether `claimJobs` would find something. Asked first, because a claim is a commit and a commit wakes everyone. */
export async function hasDueJob(db: Db, turn: JobTurn, now: Date): Promise<boolean> {
  const found = await db.select({ id: jobs.id }).from(jobs).where(isDue(turn, now)).limit(1);
  return found.length > 0;
}

/**
 * Takes the oldest due jobs that nobody else is doing. The try counts from here, so that a job that
 * ends its worker comes to an end, too.
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

/** They are done. What another worker took meanwhile stays; returns how many went. */
export async function deleteJobs(tx: Tx, done: readonly Job[], lease: Date): Promise<number> {
  if (done.length === 0) return 0;
  const gone = await tx.delete(jobs).where(areHeld(done, lease)).returning({ id: jobs.id });
  return gone.length;
}

/** Gives them back as if they had not been taken. */
export async function releaseJobs(tx: Tx, left: readonly Job[], lease: Date): Promise<void> {
  if (left.length === 0) return;
  await tx
    .update(jobs)
    .set({ leaseUntil: null, attempts: sql`${jobs.attempts} - 1` })
    .where(areHeld(left, lease));
}

/** False where another worker took it meanwhile. */
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

/** Everything that is not done yet, dead letters first, the oldest of each first. */
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

/** As if it had never been tried. False where it is no dead letter any more. */
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
    // An instant beyond the longest wait was set before the clock was set back.
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
