import { expect, inject, test } from "vitest";

import { isPostgres } from "#lib/db/dialect";

import { freshDatabase } from "../support/database.ts";
import { takePostgresStore } from "../support/postgres-stores.ts";

test.runIf(isPostgres)("who writes after a test is over does not reach the next one", async () => {
  expect(inject("databaseTemplate")).toMatch(/^postgres/);
  const { store, giveBack } = await takePostgresStore(freshDatabase);
  await store.transact(async () => {});
  await giveBack();
  await expect(store.transact(async () => {})).rejects.toThrow(/is over/);
  expect(() => store.db).toThrow(/is over/);
});
