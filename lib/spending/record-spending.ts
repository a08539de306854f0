import type { Tx } from "../db/store.ts";
import type { Runtime } from "../kernel/context.ts";
import { addSpending } from "./repository.ts";
import { monthOf, type Spending } from "./spending.ts";

/**
 * Adds an amount to the account's spending of this month. Called in the transaction that records the paid
 * action, so that a delivery is never published without its cost.
 */
export async function recordSpending(
  tx: Tx,
  { clock, newId }: Pick<Runtime, "clock" | "newId">,
  spent: Pick<Spending, "workspaceId" | "accountId" | "kind" | "usdMicros">,
): Promise<void> {
  if (spent.usdMicros <= 0) return;
  const now = clock.now();
  await addSpending(tx, { ...spent, id: newId(), month: monthOf(now), updatedAt: now });
}
