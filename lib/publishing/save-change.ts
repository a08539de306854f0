import type { Db } from "../db/store.ts";
import { systemContext, type Context, type Runtime } from "../kernel/context.ts";
import { insertAttempt } from "./attempt-repository.ts";
import type { Change } from "./change.ts";
import type { Attempt, Delivery } from "./delivery.ts";
import { updateAllHeld } from "./repository.ts";
import { tellAll } from "./tell.ts";

export interface Tried {
  readonly phase: Attempt["phase"];
  readonly outcome: string;
  readonly httpStatus?: number | undefined;
  readonly excerpt?: string | undefined;
}

export interface Changed {
  readonly delivery: Delivery;
  readonly change: Change;
  readonly tried: Tried;
  /** Who changed it. */
  readonly ctx: Context;
}

const longestExcerpt = 500;

/**
 * Writes one change of a delivery, what was tried, and everything that follows from it, in one
 * transaction. False, and nothing written, where somebody else has the delivery by now.
 */
export async function saveChange(
  tx: Db,
  runtime: Runtime,
  delivery: Delivery,
  change: Change,
  tried: Tried,
  ctx: Context = systemContext(runtime, delivery.workspaceId),
): Promise<boolean> {
  const saved = await saveChanges(tx, [{ delivery, change, tried, ctx }]);
  return saved.has(delivery.id);
}

/** The same for many deliveries, each at most once; returns the ids of those that were written. */
export async function saveChanges(tx: Db, all: readonly Changed[]): Promise<ReadonlySet<string>> {
  const changes = all.map(({ delivery, change: { why: _why, ...change }, ctx }) => {
    const written = { ...change, leaseOwner: null, leaseUntil: null, updatedAt: ctx.clock.now() };
    return { before: delivery, written, after: { ...delivery, ...written } };
  });
  const saved = await updateAllHeld(tx, columnsOf(changes), changes);
  const ours = all.filter(({ delivery }) => saved.has(delivery.id));
  await insertAttempt(tx, ...ours.map(attemptOf));
  await tellAll(tx, ours);
  return saved;
}

/** Every column that one of them changes: the others keep what they have there. */
function columnsOf(changes: readonly { written: Partial<Delivery> }[]): (keyof Delivery)[] {
  return [...new Set(changes.flatMap(({ written }) => Object.keys(written)))] as (keyof Delivery)[];
}

function attemptOf({ delivery, change, tried, ctx }: Changed): Attempt {
  const { state, reason = null, why = reason, dueAt = delivery.dueAt } = change;
  return {
    id: ctx.newId(),
    workspaceId: delivery.workspaceId,
    deliveryId: delivery.id,
    at: ctx.clock.now(),
    phase: tried.phase,
    outcome: tried.outcome,
    httpStatus: tried.httpStatus ?? null,
    excerpt: tried.excerpt?.slice(0, longestExcerpt) ?? null,
    decided: state,
    why,
    nextAt: state === "scheduled" || state === "unknown" ? dueAt : null,
  };
}
