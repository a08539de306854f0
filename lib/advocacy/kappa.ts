import type { Context } from "../kernel/context.ts";
import { listRanks } from "./candidate-repository.ts";
import { pointsOfRank } from "./fan-state.ts";
import { kappaOf } from "./score.ts";

/** The number of ranks that are read. In a larger workspace they are a sample. */
const ranksAtMost = 4_000;
const keptMs = 3_600_000;

interface Scale {
  readonly kappa: number;
  readonly at: number;
}

/** By database, so that two installations in one process stay apart. */
const kept = new WeakMap<Context["db"], Map<string, Scale>>();

/**
 * Returns the width of the workspace's scale (`kappaOf`). For a large workspace it is cached for one hour.
 */
export async function kappaFor({ db, workspaceId, clock }: Context): Promise<number> {
  const now = clock.now();
  const ofDatabase = kept.get(db) ?? new Map<string, Scale>();
  kept.set(db, ofDatabase);
  const known = ofDatabase.get(workspaceId);
  if (known && Math.abs(now.getTime() - known.at) < keptMs) return known.kappa;
  const ranks = await listRanks(db, workspaceId, ranksAtMost);
  const raws = new Map<string, number>();
  for (const { personId, rankEver, halfLifeDays } of ranks)
    if (rankEver !== null)
      raws.set(personId, (raws.get(personId) ?? 0) + pointsOfRank(rankEver, halfLifeDays, now));
  const kappa = kappaOf([...raws.values()]);
  if (ranks.length >= ranksAtMost) ofDatabase.set(workspaceId, { kappa, at: now.getTime() });
  return kappa;
}
