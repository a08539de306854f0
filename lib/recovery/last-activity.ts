import type { Runtime } from "../kernel/context.ts";
import { findLastActivity } from "./safe-mode-repository.ts";

/** Returns the time of the last activity in the database; undefined if it is new. */
export async function showLastActivity({ db }: Pick<Runtime, "db">): Promise<Date | undefined> {
  return findLastActivity(db, { ofWorkers: true });
}
