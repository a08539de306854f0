import { inspect } from "node:util";

import { expect, test } from "vitest";

import { openLog } from "#lib/runtime/open-log";
import { users } from "#lib/workspaces/schema";

import { haveWorkspace } from "../support/factories.ts";

test("a query that failed is told without its values", async () => {
  const ctx = await haveWorkspace();
  const values = { id: "one", email: "secret@example.com", passwordHash: "secret-hash" };
  // The missing columns make the engine refuse.
  const failing = ctx.transact((tx) =>
    tx.insert(users).values(values as typeof users.$inferInsert),
  );
  const error = await failing.catch((reason: unknown) => reason);

  const lines: string[] = [];
  const log = openLog("warn", { write: (line) => void lines.push(line) });
  log.error({ error }, "as an object");
  log.error({ error: String(error) }, "as text");

  expect(error).toBeInstanceOf(Error);
  expect(lines).toHaveLength(2);
  expect(lines.join("")).toMatch(/not.null constraint/i);
  expect(lines.join("")).not.toContain("secret");
});

test("whoever shows an error of the database shows no values of it", async () => {
  const ctx = await haveWorkspace();
  const values = { id: "one", email: "secret@example.com", name: "secret" };
  const failing = ctx.transact((tx) =>
    tx.insert(users).values(values as typeof users.$inferInsert),
  );
  const error = await failing.catch((reason: unknown) => reason);
  const shown = inspect(error, { depth: 9, showHidden: true });
  expect(shown).toMatch(/not.null constraint/i);
  expect(shown).not.toContain("secret");
});

test("an answer that is no JSON is told without its words", () => {
  const lines: string[] = [];
  const log = openLog("warn", { write: (line) => void lines.push(line) });
  for (const answer of ["Thanks Mara for the hat", '{"text": "Thanks Mara" for the hat}'])
    try {
      JSON.parse(answer);
    } catch (error) {
      log.error({ error }, "as an object");
      log.error({ error: String(error) }, "as text");
    }
  expect(lines).toHaveLength(4);
  expect(lines.join("")).toContain("JSON");
  expect(lines.join("")).not.toMatch(/Mara|Thanks/);
});
