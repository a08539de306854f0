import { hostname } from "node:os";

import { isPostgres } from "../db/dialect.ts";
import type { Runtime } from "../kernel/context.ts";
import { type Result, ok, refused } from "../kernel/result.ts";
import { findHostIdentity } from "./host-identity.ts";
import type { workers } from "./schema.ts";
import { deleteWorker, insertWorker, listOthers, touchWorker } from "./worker-repository.ts";
import { type WorkerHost, isGone, heartbeatTimeoutMs } from "./worker.ts";

export interface WorkerLease {
  readonly workerId: string;
  /** Previous workers that certainly no longer run: their deliveries may be rescued at once. */
  readonly gone: readonly string[];
}

const own = new Set<string>();
const hostIdentity = findHostIdentity();

/**
 * Registers this process as a worker. On SQLite only one may run at a time, because several would only wait
 * for each other. The refusal names the running one.
 */
export async function registerWorker(
  runtime: Runtime,
  workerId: string,
): Promise<Result<WorkerLease, "another-worker">> {
  const now = runtime.clock.now();
  return runtime.transact(async (tx) => {
    const others = await listOthers(tx, workerId);
    const gone = others.filter((other) => isGone(other, here()));
    const seen = others.filter(
      (other) =>
        !gone.includes(other) &&
        Math.abs(now.getTime() - other.seenAt.getTime()) < heartbeatTimeoutMs,
    );
    const [obstacle] = isPostgres ? [] : seen;
    if (obstacle)
      return refused("another-worker", { host: obstacle.host, process: obstacle.processId });
    for (const other of others) if (!seen.includes(other)) await deleteWorker(tx, other.id);
    await insertWorker(tx, {
      id: workerId,
      host: hostname(),
      processId: process.pid,
      hostIdentity,
      startedAt: now,
      seenAt: now,
    });
    own.add(workerId);
    return ok({ workerId, gone: gone.map((other) => other.id) });
  });
}

/**
 * Returns other workers of this host that certainly no longer run, although their leases may not have ended.
 */
export async function listGone({ db }: Runtime, workerId: string): Promise<string[]> {
  const others = await listOthers(db, workerId);
  return others.filter((other) => isGone(other, here())).map((other) => other.id);
}

/**
 * Records that this worker is alive. Returns false if another worker has removed it; then it must not claim
 * anything.
 */
export async function recordHeartbeat(runtime: Runtime, workerId: string): Promise<boolean> {
  return runtime.transact((tx) => touchWorker(tx, workerId, runtime.clock.now()));
}

export async function leaveWorker(runtime: Runtime, workerId: string): Promise<void> {
  own.delete(workerId);
  await runtime.transact((tx) => deleteWorker(tx, workerId));
}

function here(): WorkerHost {
  return { hostIdentity, processId: process.pid, own, isRunning };
}

/** Signal 0 only checks for the process; "not permitted" also means that it is running. */
function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Returns a worker that has reported within the last 30 seconds. Undefined also if the PostgreSQL database
 * has no tables yet.
 */
export async function findWorkerAlive({
  db,
  clock,
}: Pick<Runtime, "db" | "clock">): Promise<typeof workers.$inferSelect | undefined> {
  const all = await listOthers(db, "").catch((error: unknown) => {
    if (isMissingTable(error)) return [];
    throw error;
  });
  return all.find(
    ({ seenAt }) => Math.abs(clock.now().getTime() - seenAt.getTime()) < heartbeatTimeoutMs,
  );
}

function isMissingTable(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error && "code" in cause && cause.code === "42P01";
}
