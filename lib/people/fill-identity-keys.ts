import type { Store } from "../db/store.ts";
import { isIndexFilled, markIndexFilled } from "../db/text-index.ts";
import { listIdentitiesPage, saveIdentityKeys } from "./identity-key-repository.ts";

const pageSize = 500;
/** Another number where other keys are kept: all of them are written anew at the next start. */
const mark = "identity-keys-1";

/** Once, where a database was written before there were keys. Taken up anew where it is broken off. */
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
