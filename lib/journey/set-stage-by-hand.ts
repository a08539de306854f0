import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { NotFound } from "../kernel/errors.ts";
import { ok, type Result } from "../kernel/result.ts";
import { lockPeople } from "../people/lock-people.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { deriveJourneys } from "./derive-journeys.ts";
import type { StageByHandInput } from "./input.ts";
import { findBelief, insertTransition } from "./repository.ts";

/** A person knows better than the rules: their choice is definitive evidence from now on. */
export async function setStageByHand(
  ctx: Context,
  { personId, stageId }: StageByHandInput,
): Promise<Result<{ personId: string }, never>> {
  requireRole(ctx, "editor");
  const stages = await listStages(ctx);
  if (!stages.some(({ id }) => id === stageId)) throw new NotFound("stage", stageId);
  await ctx.transact(async (tx) => {
    const [person] = await lockPeople(tx, ctx, [personId]);
    if (!person) throw new NotFound("person", personId);
    const before = await findBelief(tx, ctx.workspaceId, personId);
    await insertTransition(tx, {
      id: ctx.newId(),
      workspaceId: ctx.workspaceId,
      personId,
      fromStageId: before?.primaryStageId ?? null,
      toStageId: stageId,
      kind: before ? "forward" : "first",
      at: ctx.clock.now(),
      causeTouchpointId: null,
      confidence: 1,
      isManual: true,
      quietDays: 0,
    });
    await record(tx, ctx, "stage.set-by-hand", personId, { stageId });
  });
  await deriveJourneys(ctx, [personId]);
  return ok({ personId });
}
