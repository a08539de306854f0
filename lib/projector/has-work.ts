import type { Runtime } from "../kernel/context.ts";
import { listWorkspacesRebuilding } from "./rebuild-repository.ts";
import { isAnybodyDue, isAnybodyPlaced } from "./repository.ts";

/** Something waits to be derived, in whatever workspace. */
export async function hasWork({ db }: Pick<Runtime, "db">): Promise<boolean> {
  return (await isAnybodyDue(db)) || (await listWorkspacesRebuilding(db)).length > 0;
}

/** There is somebody of whom time alone may change something. */
export async function hasPeople({ db }: Pick<Runtime, "db">): Promise<boolean> {
  return isAnybodyPlaced(db);
}
