import { and, eq, gt, lte, sql } from "drizzle-orm";

import { accounts } from "../accounts/schema.ts";
import { encodeIds } from "../db/bulk.ts";
import { cachedStatement } from "../db/statement-cache.ts";
import type { Db } from "../db/store.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { deliveries } from "../deliveries/schema.ts";
import { isOneOfGiven, maySend, nextPlanned, now } from "./readiness-repository.ts";

/** Accounts that may send and have something to send until then, which is not due yet. */
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

/** What is due next on each of these accounts beside what is in flight there; nobody is bound by it. */
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
