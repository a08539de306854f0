import { isNotNull } from "drizzle-orm";

import { accounts } from "../accounts/schema.ts";
import type { Db } from "../db/store.ts";

/** What is sealed of every account's sign-in. */
export async function listSealed(db: Db) {
  const { id, workspaceId, sealedCredentials } = accounts;
  return db
    .select({ id, workspaceId, sealedCredentials })
    .from(accounts)
    .where(isNotNull(sealedCredentials));
}
