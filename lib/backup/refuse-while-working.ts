import type { Runtime } from "../kernel/context.ts";
import { findWorkerAlive } from "../publisher/register-worker.ts";
import { BackupRefused } from "./backup.ts";

/** Throws if a worker is running, because it may send from this database. */
export async function refuseWhileWorking(runtime: Runtime): Promise<void> {
  const worker = await findWorkerAlive(runtime);
  if (worker)
    throw new BackupRefused("worker-runs", { host: worker.host, process: worker.processId });
}
