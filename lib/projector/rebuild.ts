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
 * Has everything that is derived in the workspace made anew from the log: after a change of rules or
 * stages, or where somebody doubts it. The work is done by who derives (`deriveDue`), person by person,
 * and goes on where it was when the process ends; what people do meanwhile is read in its turn.
 */
export async function startRebuild(ctx: Context): Promise<void> {
  requireRole(ctx, "manager");
  await ctx.transact((tx) => markRebuild(tx, ctx));
}

/** Part of the transaction that changes what is derived by: whoever reads the change finds this, too. */
export async function markRebuild(tx: Tx, ctx: Context): Promise<void> {
  const rebuild = await lockDerivation(tx, ctx);
  await saveRebuild(tx, { ...rebuild, after: "", done: 0, startedAt: null, finishedAt: null });
}

/** The next step of a rebuild under way, so many people; false where there is none (any more). */
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

/** Undefined where nothing is being rebuilt: what screens show is whole. */
export async function showRebuild(ctx: Context): Promise<RebuildProgress | undefined> {
  requireRole(ctx, "viewer");
  const rebuild = await readRebuild(ctx.db, ctx);
  if (!rebuild || rebuild.finishedAt) return undefined;
  return { done: rebuild.done, total: rebuild.total };
}
