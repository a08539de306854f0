import { expect, test } from "vitest";

import { openLog } from "#lib/cli/open-log";
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
  const log = openLog({ write: (line) => void lines.push(line) });
  log.error({ error }, "as an object");
  log.error({ error: String(error) }, "as text");

  expect(error).toBeInstanceOf(Error);
  expect(lines).toHaveLength(2);
  expect(lines.join("")).toMatch(/not.null constraint/i);
  expect(lines.join("")).not.toContain("secret");
});
