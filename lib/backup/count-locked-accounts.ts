import { openCredentials } from "../accounts/seal-credentials.ts";
import type { Installation } from "../kernel/context.ts";
import { listSealed } from "./credentials-repository.ts";

/** Accounts whose sign-in was sealed under another key than the one that is here: they have to be connected again. */
export async function countLockedAccounts(installation: Installation): Promise<number> {
  const sealed = await listSealed(installation.db);
  return sealed.filter((account) => openCredentials(installation, account) === undefined).length;
}
