import type { SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";

import type { Db, Tx } from "./store.ts";

/** Columns whose texts may name a person, in rows that are not about that person. */
export interface MentionPlace {
  readonly table: PgTable;
  readonly id: PgColumn;
  readonly columns: readonly PgColumn[];
  /**
   * Addresses and reply targets that are set to null if they contain one of the person's names or handles.
   */
  readonly emptied?: readonly PgColumn[];
  readonly isOurs: (db: Db, workspaceId: string) => SQL | undefined;
  /** Condition for rows whose text is published on a network as a statement of the brand. */
  readonly isPublished?: (db: Db) => SQL | undefined;
  /** The text was written by other people, or is about other people. */
  readonly isOfOthers?: boolean;
}

/** Tables that one network keeps in this database, besides the tables shared by all networks. */
export interface OwnRows {
  readonly mentionPlaces: readonly MentionPlace[];
  readonly deleteOfWorkspace: (tx: Tx, workspaceId: string) => Promise<void>;
}
