import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import type { TwoPeople } from "./input.ts";
import { lockPersonRows } from "./merge-repository.ts";
import type { Person } from "./person.ts";
import { lockIdentitiesOf } from "./personal-rows-repository.ts";
import { findPerson } from "./repository.ts";

/**
 * Both people, or those they are merged into; nobody collects or changes anything of them until the
 * transaction ends. Identities come first, as collecting locks them.
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
  // Somebody merged one of them while this waited: what stands now is locked as well.
  if (!ids.includes(person.id) || !ids.includes(other.id))
    return lockPair(tx, { workspaceId }, { personId: person.id, otherId: other.id });
  return { person, other };
}
