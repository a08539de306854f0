import { refuseDamaged } from "../backup/refuse-damaged.ts";
import { startDailyBackup } from "../backup/start-daily-backup.ts";
import { migrateDatabase } from "../db/migrate.ts";
import { startWorker } from "../worker.ts";
import { shareWithPages } from "./current.ts";
import { readEnvironment } from "./environment.ts";
import { openRuntime } from "./open-runtime.ts";
import { keepPrivate } from "./private-files.ts";
import { startProjectorThread } from "./start-projector-thread.ts";
import { startupErrorMessage } from "./startup-error.ts";
import { printStartupMessage } from "./startup-message.ts";
import { stopOnSignal, type Running } from "./stop-on-signal.ts";
import { openWebServer } from "./web-server.ts";

/** Runs web server and worker in one process, until a signal or an error ends it. */
export async function runProduct(how: { isDevelopment: boolean }): Promise<void> {
  const running: Running = {};
  const stop = stopOnSignal(running);
  try {
    const env = readEnvironment(process.env);
    const open = keepPrivate(env);
    refuseDamaged(env);
    const web = await openWebServer(env, how);
    running.web = web;
    await migrateDatabase(env.databaseUrl);
    const runtime = await openRuntime(env);
    shareWithPages({ env, runtime });
    running.store = runtime;
    running.worker = await startWorker(runtime, startProjectorThread);
    running.backups = startDailyBackup(runtime, env, env.backupsKept);
    await web.serve(runtime);
    await printStartupMessage(env, runtime, open);
  } catch (error) {
    process.stderr.write(`${startupErrorMessage(error)}\n`);
    await stop(1);
  }
}
