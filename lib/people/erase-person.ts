import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { forgetPerson, gatherRemains } from "./forget-person.ts";
import type { ErasePersonInput } from "./input.ts";
import { lockPerson } from "./repository.ts";

/**
 * Deletes every row about a person and takes their handle and name out of every other; cannot be
 * undone. What is published keeps its words where the caller chose so (`publishedPosts`). Of each
 * identity a keyed fingerprint stays, so that old notifications do not bring the person back; what
 * they do after this instant makes a new acquaintance (docs/decisions). The history keeps that
 * somebody was erased, under an id that leads nowhere. Whoever was merged into them goes with them;
 * to erase one of several alone, the merge is undone first.
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
