import type { Runtime } from "../kernel/context.ts";
import { hasAnyUser } from "./user-repository.ts";

/** False only on a fresh installation: then, and only then, the set-up page makes the first account. */
export async function hasOwner(runtime: Pick<Runtime, "db">): Promise<boolean> {
  return hasAnyUser(runtime.db);
}
