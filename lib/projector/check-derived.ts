import { isDeepStrictEqual } from "node:util";

import { loadStageModel } from "../journey/load-stage-model.ts";
import { lapsesAtOf } from "../journey/silence.ts";
import type { StageModel } from "../journey/stage-model.ts";
import type { Context } from "../kernel/context.ts";
import { FigureChanges } from "../projections/figure.ts";
import { atBeginning, type Standpoint } from "../projections/rewind.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { listFigures, listStoredMoments, listStoredStates } from "./check-repository.ts";
import { readNext } from "./next-entries.ts";
import { type Parts, readEntries, standpointOf } from "./read-entries.ts";
import { listPeopleAfter } from "./rebuild-repository.ts";

export interface Difference {
  readonly what: "figure" | "journey" | "moments";
  /** A figure's key, or a person's id. */
  readonly id: string;
  readonly stored: unknown;
  /** The value derived from the log. */
  readonly expected: unknown;
}

export interface Check {
  readonly people: number;
  readonly figures: number;
  /** The first differences found. */
  readonly differences: readonly Difference[];
}

const peopleAtOnce = 100;
const touchpointsAtOnce = 2_000;
const differencesAtMost = 100;

/**
 * Derives everything in the workspace from the log without storing it and reports where the stored data
 * differs. Meant for quiet times: entries that arrive during the check appear as differences too.
 */
export async function checkDerived(ctx: Context): Promise<Check> {
  requireRole(ctx, "manager");
  const model = await loadStageModel(ctx);
  const changes = new FigureChanges();
  const differences: Difference[] = [];
  let count = 0;
  let after = "";
  for (;;) {
    const people = await listPeopleAfter(ctx.db, ctx.workspaceId, after, peopleAtOnce);
    const last = people.at(-1);
    if (last === undefined) break;
    const found = await checkPeople(ctx, model, changes, people);
    differences.push(...found.slice(0, differencesAtMost - differences.length));
    after = last;
    count += people.length;
  }
  const figures = await compareFigures(ctx, changes);
  return {
    people: count,
    figures: figures.count,
    differences: [...differences, ...figures.differences].slice(0, differencesAtMost),
  };
}

interface Reading {
  readonly personId: string;
  readonly at: Standpoint;
  readonly momentIds: readonly string[];
}

async function checkPeople(
  ctx: Context,
  model: StageModel,
  changes: FigureChanges,
  people: readonly string[],
): Promise<Difference[]> {
  const states = await listStoredStates(ctx.db, people);
  const stored = new Map(states.map((row) => [row.id, row]));
  const moments = await listStoredMoments(ctx.db, people);
  const nowOf = (personId: string) => lookedAtBy(model, stored.get(personId), ctx.clock.now());
  const read = await readWhole(ctx, model, changes, people, nowOf);
  return read.flatMap(({ personId, at, momentIds }): Difference[] => {
    const { position, entries, state } = stored.get(personId) ?? atBeginning;
    const known = { position, entries, state };
    const isSame = isDeepStrictEqual(plain(known), plain(at));
    const own = (moments.get(personId) ?? []).toSorted();
    const expected = momentIds.toSorted();
    return [
      ...(isSame ? [] : [difference("journey", personId, known, at)]),
      ...(isDeepStrictEqual(own, expected) ? [] : [difference("moments", personId, own, expected)]),
    ];
  });
}

/**
 * Returns the time at which the person's silence was last evaluated, as far as the stored state shows it. It
 * need not be later than when they went away or stopped being a fan. Undefined if it was not evaluated since
 * the last entry.
 */
function lookedAtBy(
  model: StageModel,
  stored: Awaited<ReturnType<typeof listStoredStates>>[number] | undefined,
  now: Date,
): Date | undefined {
  const filter = (stored?.state.parts as Parts | undefined)?.journey.filter;
  if (!filter) return undefined;
  if (filter.shown === null) return now;
  if (filter.fanAt !== null) return undefined;
  const justBeforeAway = lapsesAtOf(model, filter).getTime() - 1;
  return new Date(Math.min(now.getTime(), justBeforeAway));
}

async function readWhole(
  ctx: Context,
  model: StageModel,
  changes: FigureChanges,
  people: readonly string[],
  nowOf: (personId: string) => Date | undefined,
): Promise<Reading[]> {
  let left: Reading[] = people.map((personId) => ({ personId, at: atBeginning, momentIds: [] }));
  const done: Reading[] = [];
  while (left.length > 0) {
    const wanted = left.map(({ personId, at }) => ({ personId, after: at.position }));
    const { entries, isWhole } = await readNext(ctx.db, ctx, wanted, touchpointsAtOnce);
    const next: Reading[] = [];
    for (const reading of left) {
      const { personId, at, momentIds } = reading;
      const own = entries.get(personId) ?? [];
      const now = isWhole(personId) ? nowOf(personId) : undefined;
      const derived = readEntries(model, at, own, changes, now);
      (isWhole(personId) ? done : next).push({
        personId,
        at: derived.entries > 0 ? standpointOf(derived) : atBeginning,
        momentIds: [...momentIds, ...derived.moments.map(({ id }) => id)],
      });
    }
    left = next;
  }
  return done;
}

async function compareFigures(ctx: Context, { counts }: FigureChanges) {
  const stored = await listFigures(ctx.db, ctx.workspaceId);
  const expected = new Map<string, number>(
    [...counts].flatMap(([name, { count }]) =>
      count === 0 ? [] : [[`${ctx.workspaceId}|${name}`, count] as const],
    ),
  );
  const names = new Set([...stored.keys(), ...expected.keys()]);
  const differences = [...names].flatMap((name) => {
    const [is, should] = [stored.get(name) ?? 0, expected.get(name) ?? 0];
    return is === should ? [] : [difference("figure", name, is, should)];
  });
  return { count: names.size, differences };
}

function difference(
  what: Difference["what"],
  id: string,
  stored: unknown,
  expected: unknown,
): Difference {
  return { what, id, stored, expected };
}

/** Returns the value as the database returns JSON. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
