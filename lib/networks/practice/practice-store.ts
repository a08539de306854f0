import type { Store } from "../../db/store.ts";

/** The product's own database, in which this network keeps its rows. */
export type PracticeStore = Pick<Store, "db" | "transact">;
