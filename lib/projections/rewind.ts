import type { Tx } from "../db/store.ts";
import { saveFigures } from "./due-repository.ts";
import {
  countMove,
  countStanding,
  countTouchpoint,
  FigureChanges,
  noFigures,
  type FigureState,
} from "./figure.ts";
import { listCounted } from "./log-repository.ts";
import { firstPosition, comparePositions, positionOfAct, type Position } from "./position.ts";
import {
  deleteBehind,
  deleteDerived,
  findCheckpoint,
  listChoices,
  listMovesBehind,
  listStates,
  lockRebuild,
  type JourneyState,
} from "./rewind-repository.ts";

/** Where reading a person's log continues. `state` is undefined before the first entry. */
export type Standpoint = Pick<JourneyState, "position" | "entries"> & {
  readonly state: JourneyState["state"] | undefined;
};

export const atBeginning: Standpoint = { position: firstPosition, entries: 0, state: undefined };

/**
 * Goes back in a person's log to the last checkpoint before a position. Removes what was derived after it,
 * also from the figures, which then match the log up to the checkpoint. One call goes back about `budget`
 * entries at most; the next call continues.
 */
export async function rewind(
  tx: Tx,
  workspaceId: string,
  known: JourneyState,
  { before, budget }: { readonly before: Position; readonly budget: number },
): Promise<Standpoint> {
  const atLeast = Math.max(0, known.entries - budget);
  const checkpoint = await findCheckpoint(tx, known.id, { before, atLeast });
  const to: Standpoint = checkpoint ?? atBeginning;
  const range = { after: to.position, until: known.position };
  const counted = await listCounted(tx, workspaceId, known.id, range);
  const choices = await listChoices(tx, [known.id]);
  const moves = [
    ...(await listMovesBehind(tx, known.id, to.entries)),
    ...choices.filter(({ at, id }) => isWithin(positionOfAct(at, id), range)),
  ];

  const changes = new FigureChanges();
  const start: FigureState = to.state?.figures ?? noFigures;
  let state = start;
  for (const touchpoint of counted) state = countTouchpoint(changes, state, touchpoint, -1);
  for (const move of moves) state = countMove(changes, state, move, -1);
  countStanding(changes, known.state.figures, -1);
  countStanding(changes, start, 1);
  await saveFigures(tx, workspaceId, changes);
  if (to.entries === 0) await deleteDerived(tx, [known.id]);
  else
    await deleteBehind(
      tx,
      known.id,
      to.entries,
      counted.map(({ id }) => id),
    );
  return to;
}

/** Returns the number of log entries before the checkpoint to which a rewind to this position goes. */
export async function entriesBefore(tx: Tx, personId: string, before: Position): Promise<number> {
  return (await findCheckpoint(tx, personId, { before, atLeast: 0 }))?.entries ?? 0;
}

/**
 * Removes everything derived about these people from all figures, before they are erased or get another
 * person's touchpoints. Waits for a running derivation.
 */
export async function forgetDerived(
  tx: Tx,
  workspaceId: string,
  personIds: readonly string[],
): Promise<void> {
  await lockRebuild(tx, workspaceId);
  for (const known of await listStates(tx, personIds))
    await rewind(tx, workspaceId, known, {
      before: firstPosition,
      budget: Number.MAX_SAFE_INTEGER,
    });
}

/** Deletes what was derived about these people without changing the figures, which were deleted before. */
export async function clearDerived(tx: Tx, personIds: readonly string[]): Promise<void> {
  await deleteDerived(tx, personIds);
}

function isWithin(
  position: Position,
  { after, until }: { after: Position; until: Position },
): boolean {
  return comparePositions(position, after) > 0 && comparePositions(position, until) <= 0;
}
