import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { recordSpending } from "../spending/record-spending.ts";
import type { CollectedAccount } from "./collection-repository.ts";

/** `cost` as the connector tells it; absent where reading is free. */
export async function payForReading(
  tx: Tx,
  ctx: Context,
  { id: accountId, workspaceId }: Pick<CollectedAccount, "id" | "workspaceId">,
  cost: number | undefined,
): Promise<void> {
  const usdMicros = cost ?? 0;
  await recordSpending(tx, ctx, { workspaceId, accountId, kind: "read", usdMicros });
}
