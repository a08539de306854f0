import { openCredentials } from "../accounts/seal-credentials.ts";
import type { Runtime } from "../kernel/context.ts";
import { listSealed } from "./credentials-repository.ts";

/** Accounts whose sign-in was sealed under another key than the one that is here: they have to be connected again. */
export async function countLockedAccounts(runtime: Runtime): Promise<number> {
  const sealed = await listSealed(runtime.db);
  return sealed.filter((account) => openCredentials(runtime, account) === undefined).length;
}
