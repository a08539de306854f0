import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { bulkRows } from "#lib/db/bulk";
import { deliveries } from "#lib/deliveries/schema";

import { aDelivery } from "../support/a-delivery.ts";
import { noon, testContext } from "../support/context.ts";

test("many rows change in one statement, each in its own way", async () => {
  const ctx = await testContext();
  const rows = ["a", "b", "c"].map((id) => aDelivery({ id, remoteId: `remote-${id}` }));
  const later = new Date(noon.getTime() + 1);
  const changes = [
    {
      id: "a",
      state: "published",
      dueAt: later,
      reference: { cid: "x", n: [1, null] },
      attempts: 3,
      url: "it's",
    },
    { id: "b", state: "failed", dueAt: noon, reference: null, attempts: 4, url: null },
    { id: "nobody", state: "failed", dueAt: noon, reference: null, attempts: 4, url: null },
  ];
  const { id, state, dueAt, reference, attempts, url } = deliveries;
  const given = bulkRows("given_change", { id, state, dueAt, reference, attempts, url }, changes);
  const changed = await ctx.transact(async (tx) => {
    await tx.insert(deliveries).values(rows);
    return tx
      .update(deliveries)
      .set({
        state: given.column.state,
        dueAt: given.column.dueAt,
        reference: given.column.reference,
        attempts: given.column.attempts,
        url: given.column.url,
      })
      .from(given.table)
      .where(eq(deliveries.id, given.column.id))
      .returning({ id: deliveries.id });
  });
  expect(changed.map((row) => row.id).toSorted()).toEqual(["a", "b"]);
  const stored = await ctx.db.select().from(deliveries).orderBy(deliveries.id);
  expect(stored).toMatchObject([
    { ...changes[0] },
    { ...changes[1] },
    { id: "c", state: "scheduled" },
  ]);
});
