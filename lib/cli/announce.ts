import { isPostgresUrl } from "../db/dialect.ts";
import type { Installation } from "../kernel/context.ts";
import type { Environment } from "../kernel/env.ts";
import { hasOwner } from "../workspaces/has-owner.ts";
import { startTexts } from "./language.ts";

/** The first thing a person reads: where it is, and what they still have to do. */
export async function announce(env: Environment, installation: Installation): Promise<void> {
  const tell = startTexts();
  const isFresh = !(await hasOwner(installation));
  const lines = [
    tell("ready", { address: env.publicUrl }),
    ...(isFresh ? [tell("no-owner")] : []),
    isPostgresUrl(env.databaseUrl)
      ? tell("data.postgres", { database: withoutPassword(env.databaseUrl) })
      : tell("data.sqlite", { file: env.databaseUrl }),
    tell("how-to-stop"),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

function withoutPassword(address: string): string {
  const url = new URL(address);
  return `${url.host}${url.pathname}`;
}
