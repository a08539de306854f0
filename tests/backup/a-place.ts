import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { inject, onTestFinished } from "vitest";

import { isPostgres } from "#lib/db/dialect";
import type { Runtime } from "#lib/kernel/context";
import { readEnvironment, type Environment } from "#lib/runtime/environment";
import { openRuntime } from "#lib/runtime/open-runtime";

import { runShoutloop, type Said } from "../cli/run-shoutloop.ts";
import { testNetworks } from "../support/test-networks.ts";

export interface APlace {
  readonly folder: string;
  readonly env: Environment;
  /** The product on the database as it is now. */
  readonly open: () => Promise<Runtime>;
  readonly run: (...args: string[]) => Promise<Said>;
}

/** A data directory with a migrated SQLite database in it, gone when the test ends. */
export function aPlace(): APlace {
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-backup-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const env = readEnvironment({ DATA_DIR: folder });
  if (!isPostgres) copyFileSync(inject("databaseTemplate"), env.databaseUrl);
  const open = async () => {
    const runtime = await openRuntime(env);
    return { ...runtime, networks: testNetworks(runtime) };
  };
  const run = async (...args: string[]) => {
    const neverOpened = {} as Runtime;
    return runShoutloop(neverOpened, args, { environment: env, folder });
  };
  return { folder, env, open, run };
}
