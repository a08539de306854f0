import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

import { reachablePostgres } from "./reachable-postgres.ts";

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
/** What it said last: told where it does not start. */
const said: string[] = [];
const hear = (message: unknown) => {
  said.push(String(message).trim());
  said.splice(0, said.length - 20);
};
process.on("uncaughtException", giveUp);
const { default: EmbeddedPostgres } = await reachablePostgres().catch(giveUp);
const server = new EmbeddedPostgres({
  databaseDir: join(folder, "cluster"),
  user: "postgres",
  password: "postgres",
  port,
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  postgresFlags: [
    "listen_addresses=127.0.0.1",
    `fsync=${fsync}`,
    "max_connections=300",
    // Databases live for minutes, and tests look at more than what is asked in an order.
    "autovacuum=off",
  ].flatMap((setting) => ["-c", setting]),
  onLog: hear,
  onError: hear,
});
await server.initialise().catch(giveUp);
await server.start().catch(giveUp);
process.stdout.write("ready\n");

const commands = createInterface({ input: process.stdin });
for await (const _restart of commands) {
  await endAtOnce();
  await server.start();
  process.stdout.write("ready\n");
}
await server.stop().finally(() => rmSync(folder, { recursive: true, force: true }));
process.exit();

function giveUp(error: unknown): never {
  process.stderr.write(`PostgreSQL did not start: ${String(error)}\n${said.join("\n")}\n`);
  process.exit(1);
}

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
