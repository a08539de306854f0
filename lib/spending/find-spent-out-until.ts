import type { Account } from "../accounts/account.ts";
import type { Db } from "../db/store.ts";
import { sumOfMonth } from "./repository.ts";
import { monthOf, nextMonth } from "./spending.ts";

/**
 * Until when an account may not spend `usdMicros` more, because a person has set how much it may
 * spend in a month; undefined where it may.
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
