import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

import pg from "pg";

const serverProcess = fileURLToPath(new URL("./postgres-process.ts", import.meta.url));

export interface PostgresServer {
  readonly urlOf: (database: string) => string;
  readonly createDatabase: (name: string) => Promise<void>;
  /** Of the process that started the server's own. */
  readonly processId: number;
  /** Ends the server's own process in the middle of whatever it does, and waits until it is there again. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * A PostgreSQL of its own on a free port of the loopback address, from packages alone. It ends with
 * this process at the latest. Quick and forgetful, unless it has to be `isDurable`.
 */
export async function startPostgres({ isDurable = false } = {}): Promise<PostgresServer> {
  const port = await freePort();
  const fsync = isDurable ? "on" : "off";
  const child = spawn(process.execPath, [serverProcess, String(port), fsync], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const start = async () => {
    const isReady = await Promise.race([
      once(child.stdout, "data").then(() => true),
      ended.then(() => false),
    ]);
    if (!isReady) throw new Error("PostgreSQL did not start.");
  };
  await start();
  const urlOf = (database: string) => `postgres://postgres:postgres@127.0.0.1:${port}/${database}`;
  return {
    urlOf,
    processId: child.pid ?? 0,
    createDatabase: (name) => administer(urlOf("postgres"), `create database ${name}`),
    restart: () => {
      child.stdin.write("restart\n");
      return start();
    },
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No port.");
  return address.port;
}
