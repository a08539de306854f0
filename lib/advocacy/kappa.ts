import type { Context } from "../kernel/context.ts";
import { listRanks } from "./candidate-repository.ts";
import { pointsOfRank } from "./fan-state.ts";
import { kappaOf } from "./score.ts";

/** As many ranks are looked at; of a larger workspace they stand for the others. */
const ranksAtMost = 4_000;
const keptMs = 3_600_000;

interface Scale {
  readonly kappa: number;
  readonly at: number;
}

/** By database, so that two installations in one process do not meet. */
const kept = new WeakMap<Context["db"], Map<string, Scale>>();

/** How wide the scale of the workspace is (`kappaOf`); of a large one it is read once an hour. */
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
