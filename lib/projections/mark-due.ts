import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { insertDue, insertPeopleDue } from "./due-repository.ts";
import { listPositions } from "./log-repository.ts";
import { firstPosition, positionOfTouchpoint, type Position } from "./position.ts";

type In = Pick<Context, "workspaceId">;

/** A touchpoint as far as its position in the log goes. */
export interface Positioned {
  readonly identityId: string;
  readonly occurredAt: Date;
  readonly remoteId: string;
  readonly channel: string;
}

/**
 * New touchpoints, and known ones that were changed, are derived from soon after the transaction
 * that stored them. Once a transaction, for all of them: marking locks people in one order.
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

/** From this position on; without one everything about them is derived anew. */
export async function markPeopleDue(
  tx: Tx,
  { workspaceId }: In,
  personIds: readonly string[],
  since: Position = firstPosition,
): Promise<void> {
  const people = [...new Set(personIds)].toSorted().map((personId) => ({ personId, since }));
  await insertPeopleDue(tx, workspaceId, people);
}
