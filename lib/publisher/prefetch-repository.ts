import { and, eq, gt, lte, sql } from "drizzle-orm";

import { accounts } from "../accounts/schema.ts";
import { encodeIds } from "../db/bulk.ts";
import { cachedStatement } from "../db/statement-cache.ts";
import type { Db } from "../db/store.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { deliveries } from "../deliveries/schema.ts";
import { isOneOfGiven, maySend, nextPlanned, now } from "./readiness-repository.ts";

/** Returns accounts that may send and have a delivery that is not due yet but will be by `until`. */
export async function listDueSoon(
  db: Db,
  at: Date,
  { until, limit }: { until: Date; limit: number },
): Promise<string[]> {
  const rows = await dueSoon(db).execute({ now: at, until, limit });
  return rows.map((row) => row.id);
}

const dueSoon = cachedStatement((db) =>
  db
    .selectDistinct({ id: accounts.id })
    .from(deliveries)
    .innerJoin(accounts, eq(accounts.id, deliveries.accountId))
    .where(
      and(
        eq(deliveries.state, "scheduled"),
        gt(deliveries.dueAt, now),
        lte(deliveries.dueAt, sql.param(sql.placeholder("until"), deliveries.dueAt)),
        maySend(db),
      ),
    )
    .limit(sql.placeholder("limit"))
    .prepare("due_soon"),
);

/** Returns the next due delivery of each account, besides the one in flight. Nothing is claimed or locked. */
export async function listFollowing(
  db: Db,
  asked: readonly { readonly accountId: string; readonly now: Date }[],
): Promise<(Delivery | undefined)[]> {
  const at = asked[0]?.now;
  if (!at) return [];
  const accountIds = asked.map(({ accountId }) => accountId);
  const rows = await following(db).execute({ now: at, accountIds: encodeIds(accountIds) });
  const found = new Map(rows.map(({ delivery }) => [delivery.accountId, delivery]));
  return accountIds.map((id) => found.get(id));
}

const following = cachedStatement((db) =>
  db
    .select({ delivery: deliveries })
    .from(accounts)
    .innerJoin(deliveries, eq(deliveries.id, sql`(${nextPlanned(db)})`))
    .where(isOneOfGiven())
    .prepare("following"),
);
