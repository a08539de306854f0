import { eq, inArray, isNull } from "drizzle-orm";

import type { OwnRows } from "../../db/own-rows.ts";
import type { Db } from "../../db/store.ts";
import { practiceAccounts, practicePosts } from "./schema.ts";

/** The practice tables in this database, for erasing a person or a workspace. */
export const practiceRows: OwnRows = {
  mentionPlaces: [
    {
      table: practicePosts,
      id: practicePosts.id,
      columns: [practicePosts.text, practicePosts.images],
      isOurs: (db, workspaceId) => inArray(practicePosts.accountId, accountsOf(db, workspaceId)),
      isPublished: () => isNull(practicePosts.removedAt),
    },
  ],
  async deleteOfWorkspace(tx, workspaceId) {
    const own = accountsOf(tx, workspaceId);
    await tx.delete(practicePosts).where(inArray(practicePosts.accountId, own));
    await tx.delete(practiceAccounts).where(eq(practiceAccounts.workspaceId, workspaceId));
  },
};

function accountsOf(db: Db, workspaceId: string) {
  return db
    .select({ id: practiceAccounts.id })
    .from(practiceAccounts)
    .where(eq(practiceAccounts.workspaceId, workspaceId));
}
