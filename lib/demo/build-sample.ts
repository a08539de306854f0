import { renameSync, rmSync } from "node:fs";

import { migrateDatabase } from "../db/migrate.ts";
import { systemClock } from "../kernel/clock.ts";
import type { Environment } from "../runtime/environment.ts";
import { openRuntime } from "../runtime/open-runtime.ts";
import { createDemoContext } from "./demo-context.ts";
import { inviteColleague } from "./invite-colleague.ts";
import { simulateNinetyDays } from "./simulate-ninety-days.ts";
import { simulateToday } from "./simulate-today.ts";

const days = 90;

/**
 * Fills a new database by running the product with a simulated clock over ninety days. The file is moved into
 * place only when complete, so that an interrupted build starts again.
 */
export async function buildSample(
  env: Environment,
  onDay: (day: number, days: number) => void,
): Promise<void> {
  const draft = { ...env, databaseUrl: `${env.databaseUrl}.new` };
  removeDatabase(draft.databaseUrl);
  await migrateDatabase(draft.databaseUrl);
  const runtime = await openRuntime(draft);
  runtime.sendJournal?.clear();
  try {
    const now = systemClock.now();
    const demo = await createDemoContext(runtime, { days, now });
    await inviteColleague(demo);
    await simulateNinetyDays(demo, days, (day) => onDay(day, days));
    await simulateToday(demo, now);
  } finally {
    await runtime.close();
  }
  removeDatabase(env.databaseUrl);
  renameSync(draft.databaseUrl, env.databaseUrl);
}

/** SQLite keeps two more files next to its own while it is open. */
function removeDatabase(file: string): void {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
}
