import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { recordSpending } from "../spending/record-spending.ts";
import type { CollectedAccount } from "./collection-repository.ts";

/**
 * Records the cost of reading, in millionths of a US dollar as the connector reports it. Undefined counts as
 * free.
 */
export async function payForReading(
  tx: Tx,
  ctx: Context,
  { id: accountId, workspaceId }: Pick<CollectedAccount, "id" | "workspaceId">,
  cost: number | undefined,
): Promise<void> {
  const usdMicros = cost ?? 0;
  await recordSpending(tx, ctx, { workspaceId, accountId, kind: "read", usdMicros });
}
