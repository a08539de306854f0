import type { Runtime } from "../kernel/context.ts";
import { listWorkspacesRebuilding } from "./rebuild-repository.ts";
import { isAnybodyDue, isAnybodyPlaced } from "./repository.ts";

/** Whether anything in any workspace waits to be derived. */
export async function hasWork({ db }: Pick<Runtime, "db">): Promise<boolean> {
  return (await isAnybodyDue(db)) || (await listWorkspacesRebuilding(db)).length > 0;
}

/** Whether there is any person with a stage, whom time alone may move. */
export async function hasPeople({ db }: Pick<Runtime, "db">): Promise<boolean> {
  return isAnybodyPlaced(db);
}
