import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import type { TwoPeople } from "./input.ts";
import { lockPersonRows } from "./merge-repository.ts";
import type { Person } from "./person.ts";
import { lockIdentitiesOf } from "./personal-rows-repository.ts";
import { findPerson } from "./repository.ts";

/**
 * Locks both people, or those they were merged into, with their identities. Locks identities first, as
 * collecting does, so that the two do not deadlock.
 */
export async function lockPair(
  tx: Tx,
  { workspaceId }: Pick<Context, "workspaceId">,
  { personId, otherId }: TwoPeople,
): Promise<{ person: Person; other: Person }> {
  const ids: string[] = [];
  for (const id of [personId, otherId]) ids.push((await findPerson(tx, workspaceId, id)).id);
  for (const id of ids.toSorted()) await lockIdentitiesOf(tx, workspaceId, id);
  await lockPersonRows(tx, workspaceId, ids);
  const person = await findPerson(tx, workspaceId, personId);
  const other = await findPerson(tx, workspaceId, otherId);
  // One of them was merged while this waited: locks the current people too.
  if (!ids.includes(person.id) || !ids.includes(other.id))
    return lockPair(tx, { workspaceId }, { personId: person.id, otherId: other.id });
  return { person, other };
}
