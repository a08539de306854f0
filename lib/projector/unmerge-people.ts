import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { partPeople } from "../people/part-people.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { settlePeople } from "./settle-people.ts";

/**
 * Reverts one merge: everything that was the other person's, including people merged into them before, is
 * theirs again. Later touchpoints go to the person whose identity they came by. `personId` is either person;
 * for the remaining one, the last merge is reverted.
 */
export async function unmergePeople(
  ctx: Context,
  { personId }: { personId: string },
): Promise<Result<{ personId: string; otherId: string }, "not-merged">> {
  requireRole(ctx, "editor");
  const parted = await ctx.transact(async (tx) => {
    const both = await partPeople(tx, ctx, personId);
    if (!both) return refused("not-merged");
    const { person, other } = both;
    const fields = ["role", "doNotThank", "note", "language"];
    const detail = { otherId: other.id, fields, version: person.version };
    await record(tx, ctx, "person.unmerged", person.id, detail);
    return ok({ personId: person.id, otherId: other.id });
  });
  if (parted.ok) await settlePeople(ctx, [parted.value.personId, parted.value.otherId]);
  return parted;
}
