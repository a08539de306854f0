import type { Runtime } from "../kernel/context.ts";
import { hasAnyUser } from "./user-repository.ts";

/**
 * Whether any user exists. False only on a new installation; only then the set-up page creates the first
 * user.
 */
export async function hasOwner(runtime: Pick<Runtime, "db">): Promise<boolean> {
  return hasAnyUser(runtime.db);
}
