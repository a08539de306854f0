import type { Db } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { erasedFingerprint } from "./erased-identity.ts";
import type { Identity } from "./person.ts";
import {
  countPlannedThanks,
  deletePersonalRows,
  forgetInPosts,
  listPersonalRows,
  lockIdentitiesOf,
  saveErasure,
} from "./personal-rows-repository.ts";
import { lockPerson } from "./repository.ts";

/**
 * Deletes every row about a person, drafts that name them included; cannot be undone. Of each
 * identity a keyed fingerprint stays, so that old notifications do not bring the person back; what
 * they do after this instant makes a new acquaintance (docs/decisions). The history keeps that
 * somebody was erased, under an id that leads nowhere.
 */
export async function erasePerson(
  ctx: Context,
  { personId }: { personId: string },
): Promise<Result<{ touchpointCount: number }, "thanks-planned">> {
  requireRole(ctx, "manager");
  return ctx.transact(async (tx) => {
    const person = await lockPerson(tx, ctx.workspaceId, personId);
    await lockIdentitiesOf(tx, ctx.workspaceId, person.id);
    const rows = await listPersonalRows(tx, ctx.workspaceId, person.id);
    const touchpointIds = rows.touchpoints.map(({ id }) => id);
    const mentioned = { touchpointIds, shoutOutIds: rows.shoutOuts.map(({ id }) => id) };
    const planned = await countPlannedThanks(tx, ctx.workspaceId, mentioned);
    if (planned > 0) return refused("thanks-planned", { name: person.displayName, count: planned });

    await forgetInPosts(tx, ctx.workspaceId, mentioned);
    await deletePersonalRows(tx, ctx.workspaceId, person.id, touchpointIds);
    await rememberErasure(tx, ctx, rows.identities);
    await record(tx, ctx, "person.erased", person.id, {});
    return ok({ touchpointCount: touchpointIds.length });
  });
}

async function rememberErasure(
  tx: Db,
  ctx: Context,
  identities: readonly Identity[],
): Promise<void> {
  for (const identity of identities)
    await saveErasure(tx, {
      id: erasedFingerprint(ctx, identity),
      workspaceId: ctx.workspaceId,
      at: ctx.clock.now(),
    });
}
