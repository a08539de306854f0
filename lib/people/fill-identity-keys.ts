import type { Store } from "../db/store.ts";
import { isIndexFilled, markIndexFilled } from "../db/text-index.ts";
import { listIdentitiesPage, saveIdentityKeys } from "./identity-key-repository.ts";

const pageSize = 500;
/** Increase this number when the kinds of keys change; all keys are then written again at the next start. */
const mark = "identity-keys-1";

/**
 * Writes the keys of identities that were stored before keys existed, once. Repeats all of it if it was
 * interrupted.
 */
export async function fillIdentityKeys({
  db,
  transact,
}: Pick<Store, "db" | "transact">): Promise<void> {
  if (await isIndexFilled(db, mark)) return;
  for (let after = ""; ;) {
    const page = await listIdentitiesPage(db, after, pageSize);
    await transact((tx) => saveIdentityKeys(tx, page));
    const last = page.at(-1);
    if (!last || page.length < pageSize) break;
    after = last.id;
  }
  await transact((tx) => markIndexFilled(tx, mark));
}
