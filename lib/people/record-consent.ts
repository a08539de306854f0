import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { ConsentInput } from "./input.ts";
import type { Consent } from "./person.ts";
import { insertConsent, lockPerson } from "./repository.ts";

/** Adds a consent. Earlier ones stay; the newest of a scope counts. */
export async function recordConsent(
  ctx: Context,
  { scope, state, evidence, ...input }: ConsentInput,
): Promise<Result<Consent, never>> {
  requireRole(ctx, "editor");
  return ctx.transact(async (tx) => {
    const { id: personId } = await lockPerson(tx, ctx.workspaceId, input.personId);
    const consent: Consent = {
      id: ctx.newId(),
      workspaceId: ctx.workspaceId,
      personId,
      mergedFrom: null,
      scope,
      state,
      evidence,
      at: ctx.clock.now(),
      recordedBy: ctx.actor.id,
    };
    await insertConsent(tx, consent);
    await record(tx, ctx, "consent.recorded", personId, { scope, state });
    return ok(consent);
  });
}
