import type { Installation } from "../kernel/context.ts";
import { hasAnyUser } from "./user-repository.ts";

/** False only on a fresh installation: then, and only then, the set-up page makes the first account. */
export async function hasOwner(installation: Pick<Installation, "db">): Promise<boolean> {
  return hasAnyUser(installation.db);
}
