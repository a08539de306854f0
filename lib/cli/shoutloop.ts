import { isDamage, refuseDamaged } from "../backup/refuse-damaged.ts";
import { migrateDatabase } from "../db/migrate.ts";
import { readEnvironment } from "../runtime/environment.ts";
import { openRuntime } from "../runtime/open-runtime.ts";
import { keepPrivate } from "../runtime/private-files.ts";
import { askSecret } from "./ask-secret.ts";
import { runCommandLine } from "./command-line.ts";

process.exitCode = await runCommandLine(process.argv.slice(2), {
  openRuntime: open,
  environment: () => readEnvironment(process.env),
  print: (text) => void process.stdout.write(`${text}\n`),
  printError: (text) => void process.stderr.write(`${text}\n`),
  askSecret,
  // npm runs in the project's folder; relative file names refer to the folder where the person called it.
  folder: process.env["SHOUTLOOP_CALLED_FROM"] ?? process.cwd(),
});

async function open() {
  const env = readEnvironment(process.env);
  keepPrivate(env);
  try {
    await migrateDatabase(env.databaseUrl);
  } catch (error) {
    // For a damaged database, reports the last good backup instead of SQLite's error.
    if (isDamage(error)) refuseDamaged(env);
    throw error;
  }
  return openRuntime(env);
}
