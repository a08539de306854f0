import type { TestProject } from "vitest/node";

import { migrateDatabase } from "#lib/db/migrate";

import { startPostgres } from "./postgres-server.ts";

/** Starts a server and migrates one database that every test then copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  await server.createDatabase("template_shoutloop");
  await migrateDatabase(server.urlOf("template_shoutloop"));
  project.provide("databaseTemplate", server.urlOf("template_shoutloop"));
  return server.stop;
}
