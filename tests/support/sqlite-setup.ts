import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { TestProject } from "vitest/node";

import { migrateDatabase } from "#lib/db/migrate";

/** Migrates one file that every test then copies. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-"));
  const template = join(folder, "template.db");
  await migrateDatabase(template);
  project.provide("databaseTemplate", template);
  return () => rmSync(folder, { recursive: true, force: true });
}

declare module "vitest" {
  interface ProvidedContext {
    databaseTemplate: string;
  }
}
