import type { Tx } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import {
  lockDerivation,
  readRebuild,
  tryLockDerivation,
  type Rebuild,
} from "../projections/derivation.ts";
import { firstPosition } from "../projections/position.ts";
import { clearDerived } from "../projections/rewind.ts";
import { requireRole } from "../workspaces/require-role.ts";
import {
  countPeople,
  deleteFigures,
  insertWholeLogs,
  listPeopleAfter,
  saveRebuild,
} from "./rebuild-repository.ts";

const figuresAtOnce = 5_000;

/**
 * Starts a rebuild of everything derived in the workspace. `deriveDue` does the work person by person and
 * continues it after a restart. New touchpoints are read in their turn.
 */
export async function startRebuild(ctx: Context): Promise<void> {
  requireRole(ctx, "manager");
  await ctx.transact((tx) => markRebuild(tx, ctx));
}

/**
 * Marks the rebuild. Part of the transaction that changes rules or stages, so that whoever sees that change
 * also sees the rebuild.
 */
export async function markRebuild(tx: Tx, ctx: Context): Promise<void> {
  const rebuild = await lockDerivation(tx, ctx);
  await saveRebuild(tx, { ...rebuild, after: "", done: 0, startedAt: null, finishedAt: null });
}

/**
 * Does the next step of a running rebuild for that many people. Returns false if no rebuild is running, or it
 * has just finished or is locked.
 */
export async function continueRebuild(ctx: Context, peopleAtOnce: number): Promise<boolean> {
  const known = await readRebuild(ctx.db, ctx);
  if (!known || known.finishedAt) return false;
  return ctx.transact(async (tx) => {
    const rebuild = await tryLockDerivation(tx, ctx);
    if (!rebuild || rebuild.finishedAt) return false;
    const now = ctx.clock.now();
    if (rebuild.after === "" && (await deleteFigures(tx, ctx.workspaceId, figuresAtOnce)) > 0)
      return true;
    const begun: Rebuild = rebuild.startedAt
      ? rebuild
      : { ...rebuild, startedAt: now, total: await countPeople(tx, ctx.workspaceId) };
    const people = await listPeopleAfter(tx, ctx.workspaceId, rebuild.after, peopleAtOnce);
    const last = people.at(-1);
    if (last === undefined) {
      await saveRebuild(tx, { ...begun, done: begun.done, finishedAt: now });
      return false;
    }
    await clearDerived(tx, people);
    await insertWholeLogs(tx, ctx.workspaceId, people, firstPosition);
    await saveRebuild(tx, { ...begun, after: last, done: begun.done + people.length });
    return true;
  });
}

export interface RebuildProgress {
  readonly done: number;
  readonly total: number;
}

/** Returns the progress of the rebuild; undefined if none is running. */
export async function showRebuild(ctx: Context): Promise<RebuildProgress | undefined> {
  requireRole(ctx, "viewer");
  const rebuild = await readRebuild(ctx.db, ctx);
  if (!rebuild || rebuild.finishedAt) return undefined;
  return { done: rebuild.done, total: rebuild.total };
}
