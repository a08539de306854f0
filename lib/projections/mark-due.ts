import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { insertDue, insertPeopleDue } from "./due-repository.ts";
import { listPositions } from "./log-repository.ts";
import { firstPosition, positionOfTouchpoint, type Position } from "./position.ts";

type In = Pick<Context, "workspaceId">;

/** The fields of a touchpoint that determine its position in the log. */
export interface Positioned {
  readonly identityId: string;
  readonly occurredAt: Date;
  readonly remoteId: string;
  readonly channel: string;
}

/**
 * Marks the people of new and changed touchpoints as due, to be derived soon after this transaction. Call it
 * once per transaction with all touchpoints, because it locks people in one order.
 */
export async function markTouchpointsDue(
  tx: Tx,
  { workspaceId }: In,
  { added, changed = [] }: { added: readonly Positioned[]; changed?: readonly Positioned[] },
): Promise<void> {
  const entryOf = (isNew: boolean) => (touchpoint: Positioned) => ({
    identityId: touchpoint.identityId,
    position: positionOfTouchpoint(touchpoint),
    isNew,
  });
  await insertDue(tx, workspaceId, [...added.map(entryOf(true)), ...changed.map(entryOf(false))]);
}

export async function markChangedTouchpoints(
  tx: Tx,
  ctx: In,
  touchpointIds: readonly string[],
): Promise<void> {
  if (touchpointIds.length === 0) return;
  const changed = await listPositions(tx, ctx.workspaceId, touchpointIds);
  await markTouchpointsDue(tx, ctx, { added: [], changed });
}

/** Marks people as due from this position on; by default from the beginning of their logs. */
export async function markPeopleDue(
  tx: Tx,
  { workspaceId }: In,
  personIds: readonly string[],
  since: Position = firstPosition,
): Promise<void> {
  const people = [...new Set(personIds)].toSorted().map((personId) => ({ personId, since }));
  await insertPeopleDue(tx, workspaceId, people);
}
