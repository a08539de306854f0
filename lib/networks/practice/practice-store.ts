import type { Store } from "../../db/store.ts";

/** The product's own database: this network lives in it. */
export type PracticeStore = Pick<Store, "db" | "transact">;
