import type { Installation } from "../kernel/context.ts";
import { findWorkerAlive } from "../publishing/find-worker-alive.ts";
import { BackupRefused } from "./backup.ts";

/** Throws where a worker may be sending from this database. */
export async function refuseWhileWorking(installation: Installation): Promise<void> {
  const worker = await findWorkerAlive(installation);
  if (worker)
    throw new BackupRefused("worker-runs", { host: worker.host, process: worker.processId });
}
