import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { moments } from "#lib/advocacy/schema";
import { runEventHandlers } from "#lib/event-handlers";
import type { Context } from "#lib/kernel/context";

import { haveWorkspace } from "../support/factories.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";

test("an older review that arrives late is the first one then, and the only one", async () => {
  const ctx = await haveWorkspace();
  const { personId } = await havePerson(ctx);
  const newer = await haveTouchpoint(ctx, personId, { stars: 5, at: "2026-02-20T10:00" });
  await runEventHandlers(ctx);
  expect(await kinds(ctx, personId)).toEqual([["first-review", newer.id]]);

  const older = await haveTouchpoint(ctx, personId, { stars: 5, at: "2026-02-01T10:00" });
  await runEventHandlers(ctx);

  expect(await kinds(ctx, personId)).toEqual([["first-review", older.id]]);
});

async function kinds(ctx: Context, personId: string) {
  const rows = await ctx.db.select().from(moments).where(eq(moments.personId, personId));
  return rows.map(({ kind, touchpointId }) => [kind, touchpointId]);
}
