import { isNotNull } from "drizzle-orm";

import { accounts } from "../accounts/schema.ts";
import type { Db } from "../db/store.ts";

/** Returns the encrypted credentials of all accounts that have any. */
export async function listSealed(db: Db) {
  const { id, workspaceId, sealedCredentials } = accounts;
  return db
    .select({ id, workspaceId, sealedCredentials })
    .from(accounts)
    .where(isNotNull(sealedCredentials));
}
