import { refuseDamaged } from "../backup/refuse-damaged.ts";
import { isPostgresUrl } from "../db/dialect.ts";
import { migrateDatabase } from "../db/migrate.ts";
import { startWorker } from "../worker.ts";
import { readEnvironment } from "./environment.ts";
import { openRuntime } from "./open-runtime.ts";
import { startProjectorThread } from "./start-projector-thread.ts";
import { startupErrorMessage } from "./startup-error.ts";
import { stopOnSignal, type Running } from "./stop-on-signal.ts";
import { startTranslator } from "./terminal-locale.ts";

/** An additional worker beside `npm start`. Only PostgreSQL supports several workers. */
const running: Running = {};
const stop = stopOnSignal(running);
try {
  const env = readEnvironment(process.env);
  if (isPostgresUrl(env.databaseUrl)) {
    refuseDamaged(env);
    await migrateDatabase(env.databaseUrl);
    const runtime = await openRuntime(env);
    running.store = runtime;
    running.worker = await startWorker(runtime, startProjectorThread);
    const { host, pathname } = new URL(env.databaseUrl);
    process.stdout.write(`${startTranslator()("worker-ready", { database: host + pathname })}\n`);
  } else {
    process.stderr.write(`${startTranslator()("worker-needs-postgres")}\n`);
    await stop(1);
  }
} catch (error) {
  process.stderr.write(`${startupErrorMessage(error)}\n`);
  await stop(1);
}
