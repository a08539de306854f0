import { refuseDamaged } from "../backup/refuse-damaged.ts";
import { isPostgresUrl } from "../db/dialect.ts";
import { migrateDatabase } from "../db/migrate.ts";
import { readEnvironment } from "../kernel/env.ts";
import { startWorker } from "../worker.ts";
import { complaintAbout } from "./complaint.ts";
import { startTexts } from "./language.ts";
import { currentRuntime } from "./runtime.ts";
import { stopOnSignal, type Running } from "./stop-on-signal.ts";

/** A further worker beside `npm start`; PostgreSQL shares the work out, SQLite cannot. */
const running: Running = {};
const stop = stopOnSignal(running);
try {
  const env = readEnvironment(process.env);
  if (isPostgresUrl(env.databaseUrl)) {
    refuseDamaged(env);
    await migrateDatabase(env.databaseUrl);
    const runtime = await currentRuntime();
    running.store = runtime;
    running.worker = await startWorker(runtime);
    const { host, pathname } = new URL(env.databaseUrl);
    process.stdout.write(`${startTexts()("worker-ready", { database: host + pathname })}\n`);
  } else {
    process.stderr.write(`${startTexts()("worker-needs-postgres")}\n`);
    await stop(1);
  }
} catch (error) {
  process.stderr.write(`${complaintAbout(error)}\n`);
  await stop(1);
}
