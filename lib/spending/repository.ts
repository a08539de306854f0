import { and, eq, inArray, sql, sum } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import { spendings } from "./schema.ts";
import type { Spending } from "./spending.ts";

export async function addSpending(tx: Tx, row: Spending): Promise<void> {
  const { usdMicros, updatedAt } = row;
  await tx
    .insert(spendings)
    .values(row)
    .onConflictDoUpdate({
      target: [spendings.accountId, spendings.month, spendings.kind],
      set: { usdMicros: sql`${spendings.usdMicros} + ${usdMicros}`, updatedAt },
    });
}

export async function sumOfMonth(
  db: Db,
  workspaceId: string,
  accountId: string,
  month: string,
): Promise<number> {
  const [row] = await db
    .select({ usdMicros: sum(spendings.usdMicros) })
    .from(spendings)
    .where(
      and(
        eq(spendings.workspaceId, workspaceId),
        eq(spendings.accountId, accountId),
        eq(spendings.month, month),
      ),
    );
  return Number(row?.usdMicros ?? 0);
}

export async function listOfMonths(
  db: Db,
  workspaceId: string,
  months: readonly string[],
): Promise<Spending[]> {
  return db
    .select()
    .from(spendings)
    .where(and(eq(spendings.workspaceId, workspaceId), inArray(spendings.month, [...months])));
}
