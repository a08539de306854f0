import type { Db, Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { saveFigures } from "./due-repository.ts";
import type { FigureChanges } from "./figure.ts";
import {
  findRebuild,
  listChoices,
  listStates,
  lockRebuild,
  tryLockRebuild,
  type JourneyState,
  type Rebuild,
} from "./rewind-repository.ts";

export type { JourneyState, Rebuild } from "./rewind-repository.ts";

type In = Pick<Context, "workspaceId">;

/**
 * Locks the workspace's derivation until the transaction ends. Returns undefined if another worker holds the
 * lock. The first call for a workspace inserts the row that is locked.
 */
export async function tryLockDerivation(tx: Tx, { workspaceId }: In): Promise<Rebuild | undefined> {
  const locked = await tryLockRebuild(tx, workspaceId);
  if (locked || (await findRebuild(tx, workspaceId))) return locked;
  return lockRebuild(tx, workspaceId);
}

/** Like `tryLockDerivation`, but waits for the lock. */
export async function lockDerivation(tx: Tx, { workspaceId }: In): Promise<Rebuild> {
  return lockRebuild(tx, workspaceId);
}

export async function readStates(
  tx: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, JourneyState>> {
  const rows = await listStates(tx, personIds);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Returns the stages that the team chose by hand, oldest first. */
export async function readChoices(db: Db, personIds: readonly string[]) {
  return listChoices(db, personIds);
}

export async function countFigures(tx: Tx, { workspaceId }: In, changes: FigureChanges) {
  await saveFigures(tx, workspaceId, changes);
}

export async function readRebuild(db: Db, { workspaceId }: In): Promise<Rebuild | undefined> {
  return findRebuild(db, workspaceId);
}
