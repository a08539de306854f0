import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

import { BackupRefused } from "./backup.ts";

/**
 * Dumps a database with `pg_dump`, which must be of the server's version or newer, and checks that the dump
 * is readable.
 */
export async function dumpPostgres(url: string, file: string): Promise<void> {
  const { address, env } = withoutPassword(url);
  await run("pg_dump", ["--format=custom", `--file=${file}`, `--dbname=${address}`], env);
  await run("pg_restore", ["--list", file], env);
}

/** Restores a dump into an empty database, in a single transaction. */
export async function fillPostgres(url: string, file: string): Promise<void> {
  const { address, env } = withoutPassword(url);
  const how = ["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error"];
  await run("pg_restore", [...how, `--dbname=${address}`, file], env);
}

export async function isPostgresDump(file: string): Promise<boolean> {
  try {
    await run("pg_restore", ["--list", file], {});
    return true;
  } catch (error) {
    if (error instanceof BackupRefused && error.code === "tool-failed") return false;
    throw error;
  }
}

/** Moves the password to the environment, because all users of the machine can read the process list. */
function withoutPassword(url: string): { address: string; env: Record<string, string> } {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = "";
  return { address: address.href, env: password ? { PGPASSWORD: password } : {} };
}

async function run(
  tool: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<void> {
  const command = [tool, ...args.map((arg) => `'${arg}'`)].join(" ");
  if (!isOnPath(tool)) throw new BackupRefused("tool-missing", { tool, command });
  const child = spawn(tool, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk) => (said += chunk));
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  if (code !== 0)
    throw new BackupRefused("tool-failed", { tool, command, detail: said.trim().slice(-500) });
}

function isOnPath(tool: string): boolean {
  return (process.env["PATH"] ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, tool), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
