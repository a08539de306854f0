import type { CloseCaseInput } from "../advocacy/input.ts";
import { loadCautions } from "../advocacy/load-cautions.ts";
import { recordTouchpoints } from "../engagement/record-page.ts";
import { touchpointRow } from "../engagement/touchpoint-row.ts";
import type { Touchpoint } from "../engagement/touchpoint.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { currentPersonId } from "../people/current-person-id.ts";
import { ownRecords } from "../people/person.ts";
import { seePerson } from "../people/see-person.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";
import { settlePeople } from "./settle-people.ts";

/**
 * Closes a person's open complaint. Records a touchpoint with the reason as its note, so that the journey,
 * the holds on thanks and the history all follow from the log.
 */
export async function closeCase(
  ctx: Context,
  { reason, ...input }: CloseCaseInput,
): Promise<Result<Touchpoint, "no-open-case">> {
  requireRole(ctx, "editor");
  const personId = await currentPersonId(ctx, input.personId);
  const cautions = await loadCautions(ctx, [personId]);
  const open = cautions.get(personId)?.openComplaint;
  if (!open) return refused("no-open-case");
  const { timeZone } = await showWorkspace(ctx);
  // Always after the complaint, even if its time is ahead of the clock.
  const now = new Date(Math.max(ctx.clock.now().getTime(), open.at + 1));
  const closed = await ctx.transact(async (tx) => {
    const seen = { personId, network: ownRecords, at: now, language: undefined };
    const identity = await seePerson(tx, ctx, seen);
    const row = touchpointRow(
      ctx,
      timeZone,
      {
        identityId: identity.id,
        type: "complaint-resolved",
        channel: "other",
        modality: "hybrid",
        occurredAt: now,
        // The same id for two people who close it at once, so that the second finds it stored.
        remoteId: `resolved-${open.touchpointId}-${identity.id}`,
        text: null,
        note: reason,
        source: "hand",
      },
      undefined,
    );
    const [added] = await recordTouchpoints(tx, ctx, "hand", [row]);
    return added;
  });
  if (!closed) return refused("no-open-case");
  await settlePeople(ctx, [personId]);
  return ok(closed);
}
