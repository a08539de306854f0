import type { Runtime } from "../kernel/context.ts";
import { listOthers } from "./worker-repository.ts";
import { heartbeatTimeoutMs } from "./worker.ts";

/** Whether any worker of this database has reported within the last 30 seconds. */
export async function isAnyWorkerAlive({
  db,
  clock,
}: Pick<Runtime, "db" | "clock">): Promise<boolean> {
  const now = clock.now().getTime();
  const workers = await listOthers(db, "");
  return workers.some(({ seenAt }) => Math.abs(now - seenAt.getTime()) < heartbeatTimeoutMs);
}
