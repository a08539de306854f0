import { openCredentials } from "../accounts/seal-credentials.ts";
import type { Runtime } from "../kernel/context.ts";
import { listSealed } from "./credentials-repository.ts";

/**
 * Counts accounts whose credentials were encrypted with another key than the current one. They must be
 * connected again.
 */
export async function countLockedAccounts(runtime: Runtime): Promise<number> {
  const sealed = await listSealed(runtime.db);
  return sealed.filter((account) => openCredentials(runtime, account) === undefined).length;
}
