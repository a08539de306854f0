import type { Tx } from "../db/store.ts";
import type { LoadedModel } from "../journey/load-stage-model.ts";
import type { StageModel } from "../journey/stage-model.ts";
import type { Context } from "../kernel/context.ts";
import {
  countFigures,
  lockDerivation,
  readStates,
  tryLockDerivation,
} from "../projections/derivation.ts";
import { FigureChanges } from "../projections/figure.ts";
import { comparePositions, end } from "../projections/position.ts";
import { atBeginning, rewind, type Standpoint } from "../projections/rewind.ts";
import { readVersion } from "../workspaces/show-workspace.ts";
import { rowsOf, stateRow } from "./derived-rows.ts";
import { readNext } from "./next-entries.ts";
import { entriesPerCheckpoint, readEntries, standpointOf, type Derived } from "./read-entries.ts";
import {
  listThere,
  lockDue,
  postpone,
  saveDerived,
  saveDue,
  type JourneyDue,
} from "./repository.ts";
import { waitForMore } from "./wait-for-more.ts";

export interface BatchLimits {
  /** About the most touchpoints that one transaction reads. */
  readonly touchpoints: number;
  /** Only these people. Waits for the lock while another worker derives. */
  readonly only?: readonly string[] | undefined;
  /** People with a late entry wait for more of them (`waitForMore`). */
  readonly isPatient?: boolean | undefined;
}

export interface Batch {
  readonly touchpoints: number;
  /** Ids of the people processed. */
  readonly people: readonly string[];
  /** Stages or rules have changed since the model was loaded; nothing was done. */
  readonly isStale?: boolean;
}

const peopleAtOnce = 1_000;

/**
 * Derives some of the due people in one transaction: reads the new entries of their logs and counts them. A
 * long log is continued in the next batch. At every commit the figures match exactly what was read. Returns
 * no people if none is due now.
 */
export async function deriveBatch(
  ctx: Context,
  model: LoadedModel,
  limits: BatchLimits,
): Promise<Batch> {
  return ctx.transact(async (tx) => {
    const lock = limits.only ? lockDerivation : tryLockDerivation;
    const rebuild = await lock(tx, ctx);
    if (!rebuild) return { touchpoints: 0, people: [] };
    const version = await readVersion(tx, ctx);
    if (version !== model.version) return { touchpoints: 0, people: [], isStale: true };
    const waiting = await lockDue(tx, ctx.workspaceId, ctx.clock.now(), {
      // Every due person counts for at least one touchpoint.
      limit: Math.min(peopleAtOnce, limits.touchpoints),
      only: limits.only,
      upTo: rebuild.finishedAt ? undefined : rebuild.after,
      isImpatient: !limits.isPatient,
    });
    const within = withinLimit(waiting, limits.touchpoints);
    if (within.length === 0) return { touchpoints: 0, people: [] };
    const people = within.map(({ id }) => id);
    const due = limits.isPatient ? await withoutWaiting(tx, ctx, within) : within;
    if (due.length === 0) return { touchpoints: 0, people };
    const touchpoints = await derive(tx, ctx, model, due, limits.touchpoints);
    return { touchpoints, people };
  });
}

/** Returns the people that need not wait for more entries, and postpones the others. */
async function withoutWaiting(
  tx: Tx,
  ctx: Context,
  due: readonly JourneyDue[],
): Promise<readonly JourneyDue[]> {
  const states = await readStates(
    tx,
    due.map(({ id }) => id),
  );
  const waiting: { due: JourneyDue; until: Date }[] = [];
  for (const one of due) {
    const until = await waitForMore(tx, one, states.get(one.id), ctx.clock.now());
    if (until) waiting.push({ due: one, until });
  }
  if (waiting.length === 0) return due;
  await postpone(tx, waiting);
  const ids = new Set(waiting.map(({ due: { id } }) => id));
  return due.filter(({ id }) => !ids.has(id));
}

function withinLimit(waiting: readonly JourneyDue[], limit: number): readonly JourneyDue[] {
  let pending = 0;
  const behind = waiting.findIndex((due) => {
    pending += due.pending + 1;
    return pending > limit;
  });
  return behind < 0 ? waiting : waiting.slice(0, Math.max(1, behind));
}

/** A person in one batch, and where reading continues. */
interface Turn {
  readonly due: JourneyDue;
  readonly from: Standpoint;
  /** Number of entries that have to be read again. */
  readonly rewound: number;
  /** The rewind has not reached the earliest changed entry; the next batch continues it. */
  readonly isOnWayBack: boolean;
}

async function derive(
  tx: Tx,
  ctx: Context,
  model: StageModel,
  due: readonly JourneyDue[],
  limit: number,
): Promise<number> {
  const ids = due.map(({ id }) => id);
  const there = await listThere(tx, ctx.workspaceId, ids);
  const turns = await turnsOf(
    tx,
    ctx,
    due.filter(({ id }) => there.has(id)),
    limit,
  );
  const forward = turns.filter(({ isOnWayBack }) => !isOnWayBack);
  const { entries, isWhole } = await readNext(
    tx,
    ctx,
    forward.map(({ due: { id }, from }) => ({ personId: id, after: from.position })),
    limit,
  );
  const changes = new FigureChanges();
  const now = ctx.clock.now();
  const read = forward.flatMap((turn) => {
    const { id } = turn.due;
    const own = entries.get(id) ?? [];
    if (own.length === 0 && !isWhole(id)) return [];
    const derived = readEntries(model, turn.from, own, changes, isWhole(id) ? now : undefined);
    return [{ personId: id, derived, count: own.length }];
  });
  const countOf = new Map(read.map(({ personId, count }) => [personId, count]));
  await saveRead(tx, ctx, model, read, turns);
  await countFigures(tx, ctx, changes);
  const isDone = (id: string) => !there.has(id) || (countOf.has(id) && isWhole(id));
  await saveDue(
    tx,
    ids.filter(isDone),
    turns
      .filter((turn) => !isDone(turn.due.id))
      .map((turn) => leftOf(turn, countOf.get(turn.due.id) ?? 0)),
  );
  return read.reduce((sum, { count }) => sum + count, 0);
}

async function saveRead(
  tx: Tx,
  ctx: Context,
  model: StageModel,
  read: readonly { readonly personId: string; readonly derived: Derived }[],
  turns: readonly Turn[],
): Promise<void> {
  const readIds = new Set(read.map(({ personId }) => personId));
  // A person without entries needs no state.
  const standpoints = [
    ...read.map(({ personId, derived }) => ({ personId, at: standpointOf(derived) })),
    ...turns
      .filter(({ due: { id }, rewound }) => rewound > 0 && !readIds.has(id))
      .map(({ due: { id: personId }, from }) => ({ personId, at: from })),
  ].filter(({ at }) => at.entries > 0);
  await saveDerived(tx, {
    ...rowsOf(ctx, model, read),
    states: standpoints.map(({ personId, at }) => stateRow(ctx, personId, at)),
  });
}

async function turnsOf(
  tx: Tx,
  ctx: Context,
  due: readonly JourneyDue[],
  limit: number,
): Promise<Turn[]> {
  const states = await readStates(
    tx,
    due.map(({ id }) => id),
  );
  const turns: Turn[] = [];
  for (const one of due) {
    const known = states.get(one.id);
    if (!known || comparePositions(one.since, known.position) > 0) {
      turns.push({ due: one, from: known ?? atBeginning, rewound: 0, isOnWayBack: false });
      continue;
    }
    const budget = Math.max(limit, entriesPerCheckpoint);
    const from = await rewind(tx, ctx.workspaceId, known, { before: one.since, budget });
    const isOnWayBack = from.entries > 0 && comparePositions(one.since, from.position) <= 0;
    turns.push({ due: one, from, rewound: known.entries - from.entries, isOnWayBack });
  }
  return turns;
}

/**
 * What remains to be read follows what was read, so there is no late entry left unless a rewind is
 * unfinished.
 */
function leftOf({ due, rewound, isOnWayBack }: Turn, read: number): JourneyDue {
  const pending = Math.max(0, due.pending + rewound - read);
  const { since, nextTryAt } = isOnWayBack ? due : { since: end, nextTryAt: null };
  return { ...due, pending, since, failures: 0, nextTryAt };
}
