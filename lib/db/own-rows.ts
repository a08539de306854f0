import type { SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";

import type { Db, Tx } from "./store.ts";

/** Columns in which people stand without being what the row is about. */
export interface MentionPlace {
  readonly table: PgTable;
  readonly id: PgColumn;
  readonly columns: readonly PgColumn[];
  /** Addresses and targets: without the mark they lead nowhere, so they are emptied. */
  readonly emptied?: readonly PgColumn[];
  readonly isOurs: (db: Db, workspaceId: string) => SQL | undefined;
  /** Rows whose words are out in the world, as a statement of the brand. */
  readonly isPublished?: (db: Db) => SQL | undefined;
  /** Written by other people, or about them. */
  readonly isOfOthers?: boolean;
}

/** What a network keeps in this database beside what is kept for every network. */
export interface OwnRows {
  readonly mentionPlaces: readonly MentionPlace[];
  readonly deleteOfWorkspace: (tx: Tx, workspaceId: string) => Promise<void>;
}
