import { record } from "../events/record.ts";
import type { Transition } from "../journey/belief.ts";
import type { StageByHandInput } from "../journey/input.ts";
import type { Context } from "../kernel/context.ts";
import { NotFound } from "../kernel/errors.ts";
import { ok, type Result } from "../kernel/result.ts";
import { currentPersonId } from "../people/current-person-id.ts";
import { lockPeople } from "../people/lock-people.ts";
import { markPeopleDue } from "../projections/mark-due.ts";
import { positionOfAct } from "../projections/position.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { deriveWorkspace } from "./derive-due.ts";
import { findPrimaryStage, insertChoice } from "./repository.ts";

/** Stores a stage that a person chose by hand; it overrides the rules' evidence from then on. */
export async function setStageByHand(
  ctx: Context,
  { stageId, ...input }: StageByHandInput,
): Promise<Result<{ personId: string }, never>> {
  requireRole(ctx, "editor");
  const personId = await currentPersonId(ctx, input.personId);
  const stages = await listStages(ctx);
  if (!stages.some(({ id }) => id === stageId)) throw new NotFound("stage", stageId);
  await ctx.transact(async (tx) => {
    const [person] = await lockPeople(tx, ctx, [personId]);
    if (!person) throw new NotFound("person", personId);
    const before = await findPrimaryStage(tx, ctx.workspaceId, personId);
    const choice: Transition = {
      id: ctx.newId(),
      workspaceId: ctx.workspaceId,
      personId,
      mergedFrom: null,
      fromStageId: before?.stageId ?? null,
      toStageId: stageId,
      kind: before ? "forward" : "first",
      at: ctx.clock.now(),
      causeTouchpointId: null,
      confidence: 1,
      isManual: true,
      entry: 0,
      quietDays: 0,
    };
    await insertChoice(tx, choice);
    await markPeopleDue(tx, ctx, [personId], positionOfAct(choice.at, choice.id));
    await record(tx, ctx, "stage.set-by-hand", personId, { stageId });
  });
  await deriveWorkspace(ctx, { only: [personId] });
  return ok({ personId });
}
