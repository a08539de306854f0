import { migrateDatabase } from "../db/migrate.ts";
import { readEnvironment } from "../kernel/env.ts";
import { askSecret } from "./ask-secret.ts";
import { runCommandLine } from "./command-line.ts";
import { theInstallation } from "./installation.ts";
import { ensureDataDirectory } from "./secret-file.ts";

process.exitCode = await runCommandLine(process.argv.slice(2), {
  open,
  environment: () => readEnvironment(process.env),
  print: (text) => void process.stdout.write(`${text}\n`),
  complain: (text) => void process.stderr.write(`${text}\n`),
  askSecret,
  // npm runs us in the project's folder; file names are meant from where the person is.
  folder: process.env["SHOUTLOOP_CALLED_FROM"] ?? process.cwd(),
});

async function open() {
  const env = readEnvironment(process.env);
  ensureDataDirectory(env.dataDir);
  await migrateDatabase(env.databaseUrl);
  return theInstallation();
}
