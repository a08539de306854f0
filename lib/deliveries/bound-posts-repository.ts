import { and, eq, ne, sql } from "drizzle-orm";

import { bulkRows } from "../db/bulk.ts";
import type { Db } from "../db/store.ts";
import type { Delivery } from "./delivery.ts";
import { deliveries } from "./schema.ts";

/** Returns which of the network's post ids belong to other deliveries of the same account. */
export async function listBound(
  db: Db,
  { accountId, id }: Pick<Delivery, "accountId" | "id">,
  remoteIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const asked = remoteIds.map((remoteId) => ({ id, accountId, remoteId }));
  return (await listAllBound(db, asked)).get(id) ?? new Set();
}

/** Like `listBound` for many deliveries; the result is keyed by delivery id. */
export async function listAllBound(
  db: Db,
  asked: readonly { readonly id: string; readonly accountId: string; readonly remoteId: string }[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (asked.length === 0) return new Map();
  const { id, accountId, remoteId } = deliveries;
  const { table, column } = bulkRows("asked", { id, accountId, remoteId }, asked);
  const rows = await db
    .select({ asker: sql<string>`${column.id}`, remoteId: deliveries.remoteId })
    .from(table)
    .innerJoin(
      deliveries,
      and(eq(accountId, column.accountId), eq(remoteId, column.remoteId), ne(id, column.id)),
    );
  const bound = new Map<string, Set<string>>();
  for (const { asker, remoteId: bound0 } of rows)
    if (bound0 !== null) bound.set(asker, (bound.get(asker) ?? new Set()).add(bound0));
  return bound;
}
