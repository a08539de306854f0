import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { markPeopleDue } from "../projections/mark-due.ts";
import { forgetDerived } from "../projections/rewind.ts";
import { lockPair } from "./lock-pair.ts";
import { giveBack, listMergedInto, lockPersonRows, saveMergedRows } from "./merge-repository.ts";
import { shownTogether } from "./merged-people.ts";
import type { Person } from "./person.ts";

interface Parted {
  /** The person whom the other was merged into; if that one was merged too, the final one. */
  readonly person: Person;
  readonly other: Person;
}

/**
 * Separates a person, with those merged into them, from the person they were merged into. Part of the
 * caller's transaction. Undefined if nobody is merged.
 */
export async function partPeople(
  tx: Tx,
  ctx: Pick<Context, "workspaceId">,
  personId: string,
): Promise<Parted | undefined> {
  const { workspaceId } = ctx;
  const { person } = await lockPair(tx, ctx, { personId, otherId: personId });
  const [asked] = await lockPersonRows(tx, workspaceId, [personId]);
  const other = asked?.mergedInto ? asked : await lastMerged(tx, person);
  if (!other) return undefined;
  const theirs = await listMergedInto(tx, workspaceId, [other.id]);
  await forgetDerived(tx, workspaceId, [person.id]);
  await giveBack(tx, workspaceId, {
    owner: other.id,
    owners: [other.id, ...theirs.map(({ id }) => id)],
    from: person.id,
  });
  const parted = { ...other, mergedInto: null, mergedAt: null, version: other.version + 1 };
  await saveMergedRows(tx, [parted]);
  const shown = await shownTogether(tx, parted);
  await saveMergedRows(tx, [shown]);
  const [between] = await lockPersonRows(tx, workspaceId, [other.mergedInto ?? person.id]);
  if (between && between.id !== person.id)
    await saveMergedRows(tx, [await shownTogether(tx, between)]);
  const rest = await shownTogether(tx, { ...person, version: person.version + 1 });
  await saveMergedRows(tx, [rest]);
  await markPeopleDue(tx, ctx, [person.id, other.id]);
  return { person: rest, other: shown };
}

async function lastMerged(tx: Tx, { workspaceId, id }: Person): Promise<Person | undefined> {
  const direct = (await listMergedInto(tx, workspaceId, [id])).filter(
    ({ mergedInto }) => mergedInto === id,
  );
  return direct.at(-1);
}
