import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import type { MergeInput } from "../people/input.ts";
import { joinPeople } from "../people/join-people.ts";
import { lockPair } from "../people/lock-pair.ts";
import { findMergeVeto } from "../people/merge-veto.ts";
import type { Person } from "../people/person.ts";
import { refuseChanged } from "../workspaces/changed-since.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { settlePeople } from "./settle-people.ts";

type MergeRefusal = "same-person" | "not-the-same" | "changed-since";

/**
 * Merges two people: everything of the other belongs to the first from now on, and what was derived of both
 * is derived again from their joint log. `unmergePeople` reverts it exactly.
 */
export async function mergePeople(
  ctx: Context,
  input: MergeInput,
): Promise<Result<{ personId: string; otherId: string }, MergeRefusal>> {
  requireRole(ctx, "editor");
  const merged = await ctx.transact((tx) => merge(tx, ctx, input));
  if (merged.ok) await settlePeople(ctx, [merged.value.personId]);
  return merged;
}

async function merge(
  tx: Tx,
  ctx: Context,
  input: MergeInput,
): Promise<Result<{ personId: string; otherId: string }, MergeRefusal>> {
  const { person, other } = await lockPair(tx, ctx, input);
  if (person.id === other.id) return refused("same-person", { name: person.displayName });
  for (const [now, since] of [
    [person, input.version],
    [other, input.otherVersion],
  ] as const)
    if (since !== undefined && since < now.version) return refuseChanged(tx, ctx, now, { since });
  const veto = await findMergeVeto(tx, ctx, person.id, other.id);
  if (veto) return refused("not-the-same", namesOf(person, other));
  const { id: personId, version } = await joinPeople(tx, ctx, person, other);
  const detail = { otherId: other.id, fields: ["role", "doNotThank", "note", "language"], version };
  await record(tx, ctx, "person.merged", personId, detail);
  return ok({ personId, otherId: other.id });
}

function namesOf(person: Person, other: Person) {
  return { name: person.displayName, other: other.displayName };
}
