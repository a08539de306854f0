import type { Db, Tx } from "../db/store.ts";
import { listMergedInto, lockPersonRows, saveMergedRows } from "./merge-repository.ts";
import { jointTraits, ownTraits, showTraits } from "./own-traits.ts";
import type { Person } from "./person.ts";

/** Updates the joint columns of people who have others merged into them, after one of them changed. */
export async function refreshMerged(
  tx: Tx,
  workspaceId: string,
  personIds: readonly string[],
): Promise<void> {
  for (const id of new Set(personIds)) {
    const [person] = await lockPersonRows(tx, workspaceId, [id]);
    if (person) await saveMergedRows(tx, [await shownTogether(tx, person)]);
  }
}

/**
 * Returns the person with the joint columns of everybody merged into them, or with their own columns if
 * nobody is.
 */
export async function shownTogether(db: Db, person: Person): Promise<Person> {
  const members = await listMergedInto(db, person.workspaceId, [person.id]);
  const own = ownTraits(person);
  const isAlone = members.length === 0 && person.mergedInto === null;
  const shown = showTraits(person, jointTraits(own, members.map(ownTraits)));
  return { ...shown, own: isAlone ? null : own };
}

/**
 * Saves a person's edit for everybody merged into them too, so that it also holds after the merge is undone.
 */
export async function changeTogether(
  tx: Tx,
  changed: Person,
  fields: readonly ("role" | "doNotThank" | "note" | "language")[],
): Promise<void> {
  if (!changed.own) return saveMergedRows(tx, [changed]);
  const members = await listMergedInto(tx, changed.workspaceId, [changed.id]);
  const edit = Object.fromEntries(fields.map((field) => [field, changed[field]]));
  const edited = [changed, ...members].map((one) => ({
    ...one,
    own: { ...ownTraits(one), ...edit },
  }));
  await saveMergedRows(tx, edited);
}
