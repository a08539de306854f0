import type { Account } from "../accounts/account.ts";
import type { Db } from "../db/store.ts";
import { sumOfMonth } from "./repository.ts";
import { monthOf, nextMonth } from "./spending.ts";

/**
 * Returns until when an account may not spend another `usdMicros`, because that exceeds its monthly limit;
 * undefined if it may spend them.
 */
export async function findSpentOutUntil(
  db: Db,
  { id, workspaceId, budget }: Pick<Account, "id" | "workspaceId" | "budget">,
  usdMicros: number,
  now: Date,
): Promise<Date | undefined> {
  const monthlyLimit = budget?.usdMicrosPerMonth;
  if (monthlyLimit === undefined) return undefined;
  const spent = await sumOfMonth(db, workspaceId, id, monthOf(now));
  return spent + usdMicros > monthlyLimit ? nextMonth(now) : undefined;
}
