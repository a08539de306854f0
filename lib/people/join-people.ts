import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { markPeopleDue } from "../projections/mark-due.ts";
import { forgetDerived } from "../projections/rewind.ts";
import { handOver, saveMergedRows } from "./merge-repository.ts";
import { shownTogether } from "./merged-people.ts";
import { ownTraits } from "./own-traits.ts";
import type { Person } from "./person.ts";

/** Merges the other person into the person. Part of the caller's transaction, which has locked both. */
export async function joinPeople(
  tx: Tx,
  { workspaceId, clock }: Pick<Context, "workspaceId" | "clock">,
  person: Person,
  other: Person,
): Promise<Person> {
  await forgetDerived(tx, workspaceId, [person.id, other.id]);
  await handOver(tx, workspaceId, { from: other.id, to: person.id });
  const merged: Person = {
    ...other,
    own: ownTraits(other),
    mergedInto: person.id,
    mergedAt: clock.now(),
    version: other.version + 1,
  };
  await saveMergedRows(tx, [merged]);
  const leading = { ...person, own: ownTraits(person), version: person.version + 1 };
  const shown = await shownTogether(tx, leading);
  await saveMergedRows(tx, [shown]);
  await markPeopleDue(tx, { workspaceId }, [person.id]);
  return shown;
}
