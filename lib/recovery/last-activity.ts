import type { Runtime } from "../kernel/context.ts";
import { findLastSignOfLife } from "./safe-mode-repository.ts";

/** The last moment of which the database knows anything; undefined in one that is new. */
export async function showLastSignOfLife({ db }: Pick<Runtime, "db">): Promise<Date | undefined> {
  return findLastSignOfLife(db, { ofWorkers: true });
}
