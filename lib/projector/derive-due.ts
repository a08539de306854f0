import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";

import { backoffMs } from "../jobs/backoff.ts";
import { loadStageModel, type LoadedModel } from "../journey/load-stage-model.ts";
import { systemContext, type Context, type Runtime } from "../kernel/context.ts";
import { deriveBatch, type Batch, type BatchLimits } from "./derive-batch.ts";
import { sharedPace, type Pace } from "./pace.ts";
import { listWorkspacesRebuilding } from "./rebuild-repository.ts";
import { continueRebuild } from "./rebuild.ts";
import { listDue, listWorkspacesDue, putOff } from "./repository.ts";

const first = 100;
const peopleOneByOne = 50;
const failureLimits = { firstMs: 30_000, longestMs: 3_600_000 };

export interface Progress {
  /** Touchpoints read so far. */
  readonly touchpoints: number;
}

/**
 * Brings everything derived up to date in all workspaces, in small transactions. Any number of workers may
 * call it at once. Returns the ids of workspaces in which something changed.
 */
export async function deriveDue(
  runtime: Runtime,
  { stopping, pace = sharedPace }: { stopping?: AbortSignal | undefined; pace?: Pace } = {},
): Promise<ReadonlySet<string>> {
  const changed = new Set<string>();
  const waiting = [
    ...(await listWorkspacesDue(runtime.db)),
    ...(await listWorkspacesRebuilding(runtime.db)),
  ];
  for (const workspaceId of new Set(waiting)) {
    const ctx = systemContext(runtime, workspaceId);
    const people = await deriveWorkspace(ctx, { stopping, pace, isPatient: true });
    if (people > 0) changed.add(workspaceId);
  }
  return changed;
}

export interface Deriving {
  readonly stopping?: AbortSignal | undefined;
  readonly pace?: Pace;
  /** Only these people. */
  readonly only?: readonly string[];
  /** People with a late entry wait for more of them. For callers that run again soon. */
  readonly isPatient?: boolean;
  readonly onProgress?: (progress: Progress) => void;
}

/** Like `deriveDue` for one workspace. Returns the number of people processed. */
export async function deriveWorkspace(ctx: Context, deriving: Deriving = {}): Promise<number> {
  const { pace = sharedPace, only, stopping } = deriving;
  const size = { touchpoints: Math.max(first, pace.touchpointsAtLeast) };
  let people = 0;
  do people += await deriveWaiting(ctx, deriving, size);
  while (!only && !stopping?.aborted && (await continueRebuild(ctx, pace.peopleRebuilt)));
  return people;
}

/** Size of one transaction. Kept for all steps of a rebuild once it is known. */
interface BatchSize {
  touchpoints: number;
}

async function deriveWaiting(
  ctx: Context,
  { stopping, pace = sharedPace, only, isPatient, onProgress }: Deriving,
  size: BatchSize,
): Promise<number> {
  let model = await loadStageModel(ctx);
  let touchpoints = 0;
  let people = 0;
  while (!stopping?.aborted) {
    const begun = performance.now();
    const limit = Math.min(size.touchpoints, pace.touchpointsAtMost);
    const batch = await tryBatch(ctx, model, { touchpoints: limit, only, isPatient });
    if (batch.isStale) {
      model = await loadStageModel(ctx);
      continue;
    }
    if (batch.people.length === 0) break;
    size.touchpoints = nextLimit(limit, performance.now() - begun, pace);
    touchpoints += batch.touchpoints;
    people += batch.people.length;
    onProgress?.({ touchpoints });
    await (pace.pauseMs > 0 ? sleep(pace.pauseMs) : nextTurn());
  }
  return people;
}

/**
 * Derives a batch. If it fails, derives people one by one, so that a log that cannot be read does not block
 * others; that person is retried with a growing delay.
 */
async function tryBatch(ctx: Context, model: LoadedModel, limits: BatchLimits): Promise<Batch> {
  try {
    return await deriveBatch(ctx, model, limits);
  } catch (error) {
    ctx.log.error({ error }, "Bringing journeys up to date failed; it is tried person by person.");
    return oneByOne(ctx, model, limits);
  }
}

async function oneByOne(ctx: Context, model: LoadedModel, limits: BatchLimits): Promise<Batch> {
  const waiting = await listDue(ctx.db, ctx.workspaceId, ctx.clock.now(), peopleOneByOne);
  const done: string[] = [];
  let touchpoints = 0;
  for (const due of waiting.filter(({ id }) => limits.only?.includes(id) ?? true))
    try {
      const batch = await deriveBatch(ctx, model, { ...limits, only: [due.id] });
      done.push(...batch.people);
      touchpoints += batch.touchpoints;
    } catch (error) {
      ctx.log.error({ error, personId: due.id }, "A journey could not be brought up to date.");
      const failures = due.failures + 1;
      const wait = backoffMs(failures, failureLimits);
      const nextTryAt = new Date(ctx.clock.now().getTime() + wait);
      await ctx.transact((tx) => putOff(tx, due.id, { failures, nextTryAt }));
    }
  return { touchpoints, people: done };
}

function nextLimit(limit: number, tookMs: number, pace: Pace): number {
  if (tookMs > pace.targetMs) return Math.max(pace.touchpointsAtLeast, Math.floor(limit / 2));
  return tookMs < pace.targetMs / 2 ? Math.min(pace.touchpointsAtMost, limit * 2) : limit;
}
