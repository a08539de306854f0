import { migrateDatabase } from "../db/migrate.ts";
import type { Installation } from "../kernel/context.ts";
import { readEnvironment, type Environment } from "../kernel/env.ts";
import { startWorker } from "../worker.ts";
import { announce } from "./announce.ts";
import { complaintAbout } from "./complaint.ts";
import { theInstallation } from "./installation.ts";
import { ensureDataDirectory } from "./secret-file.ts";
import { stopOnSignal, type Stoppable } from "./stop-on-signal.ts";
import { openWebServer } from "./web-server.ts";

/** Web server and worker in one process, until a signal or a fault ends it. */
export async function runProduct(how: { isDevelopment: boolean }): Promise<void> {
  const running: Stoppable[] = [];
  const stop = stopOnSignal(running);
  try {
    const env = readEnvironment(process.env);
    tellSignIn(env);
    ensureDataDirectory(env.dataDir);
    const web = await openWebServer(env, how);
    running.push(web);
    const installation = await open(env);
    running.push(installation);
    const worker = await startWorker(installation);
    running.push({ close: () => worker.stop() });
    await web.serve();
    await announce(env, installation);
  } catch (error) {
    process.stderr.write(`${complaintAbout(error)}\n`);
    await stop(1);
  }
}

async function open(env: Environment): Promise<Installation> {
  await migrateDatabase(env.databaseUrl);
  return theInstallation();
}

/** next-auth reads its own address from the environment; without one it trusts what the browser asked for. */
function tellSignIn(env: Environment): void {
  if (env.isPublicUrlGiven) process.env["NEXTAUTH_URL"] ??= env.publicUrl;
  else process.env["AUTH_TRUST_HOST"] ??= "true";
}
