import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { forgetPerson, gatherRemains } from "./forget-person.ts";
import type { ErasePersonInput } from "./input.ts";
import { lockPerson } from "./repository.ts";

/**
 * Erases a person, which cannot be undone: deletes every row about them and removes their handle and name
 * from all other rows. Published texts stay if `publishedPosts` is "keep". A keyed fingerprint of each
 * identity stays, so that old notifications do not bring the person back; anything they do later makes a new
 * person (see docs/decisions). The history keeps the erasure with the person's id only. People merged into
 * them are erased too; to erase one alone, undo the merge first.
 */
export async function erasePerson(
  ctx: Context,
  { personId, publishedPosts = "keep" }: ErasePersonInput,
): Promise<Result<{ touchpointCount: number }, "thanks-planned" | "merged-into">> {
  requireRole(ctx, "manager");
  return ctx.transact(async (tx) => {
    const person = await lockPerson(tx, ctx.workspaceId, personId);
    if (person.id !== personId) return refused("merged-into", { name: person.displayName });
    const remains = await gatherRemains(tx, ctx, person);
    const count = remains.plannedPostIds.length;
    if (count > 0) return refused("thanks-planned", { name: person.displayName, count });

    const withPublished = publishedPosts === "remove";
    await forgetPerson(tx, ctx, remains, { withPublished, at: ctx.clock.now() });
    await record(tx, ctx, "person.erased", person.id, { publishedPosts });
    return ok({ touchpointCount: remains.rows.touchpoints.length });
  });
}
