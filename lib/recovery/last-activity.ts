import type { Runtime } from "../kernel/context.ts";
import { findLastActivity } from "./safe-mode-repository.ts";

/** The last moment of which the database knows anything; undefined in one that is new. */
export async function showLastActivity({ db }: Pick<Runtime, "db">): Promise<Date | undefined> {
  return findLastActivity(db, { ofWorkers: true });
}
