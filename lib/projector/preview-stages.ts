import { loadStageModel } from "../journey/load-stage-model.ts";
import type { LoggedTouchpoint } from "../journey/person-state.ts";
import { readJourney } from "../journey/read-journey.ts";
import { stageModel } from "../journey/stage-model.ts";
import type { Context } from "../kernel/context.ts";
import { readLogs } from "../projections/derived-log.ts";
import { beginning } from "../projections/position.ts";
import { crosswalkOf, stagesUnder } from "../workspaces/replace-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { Workspace } from "../workspaces/workspace.ts";
import { countPeople, listPeopleAfter } from "./rebuild-repository.ts";

export interface StagesPreview {
  /** What becomes of each stage, by key. */
  readonly crosswalk: readonly { readonly from: string; readonly to: string }[];
  /** How many there are, how many of them were looked at, and how many of those would move. */
  readonly people: number;
  readonly looked: number;
  readonly moved: number;
}

/** So much is read at most: of a larger workspace the preview tells of some of its people. */
const peopleAtMost = 300;
const touchpointsAtMost = 20_000;

/** What another template would change, told before it does; nothing is stored. */
export async function previewStages(
  ctx: Context,
  { template }: { readonly template: Workspace["stageTemplate"] },
): Promise<StagesPreview> {
  requireRole(ctx, "viewer");
  const { db, workspaceId } = ctx;
  const before = await loadStageModel(ctx);
  const after = stageModel(stagesUnder(template, ctx, before.stages), before);
  const crosswalk = crosswalkOf(before.stages, after.stages);
  const logs = await someLogs(ctx);
  const now = ctx.clock.now();
  const moved = [...logs.values()].filter((log) => {
    const shown = readJourney(log, [], before, now).journey?.shown;
    const next = readJourney(log, [], after, now).journey?.shown;
    const expected = shown === undefined ? undefined : before.stages[shown]?.id;
    const told = next === undefined ? undefined : after.stages[next]?.id;
    return (expected && crosswalk.get(expected)?.id) !== told;
  });
  const keyOf = new Map(before.stages.map(({ id, key }) => [id, key]));
  return {
    crosswalk: [...crosswalk].map(([from, to]) => ({ from: keyOf.get(from) ?? "", to: to.key })),
    people: await countPeople(db, workspaceId),
    looked: logs.size,
    moved: moved.length,
  };
}

/** Whole logs only: of the last person in reach there may be more. */
async function someLogs({ db, workspaceId }: Context): Promise<Map<string, LoggedTouchpoint[]>> {
  const ids = await listPeopleAfter(db, workspaceId, "", peopleAtMost);
  const wanted = ids.map((personId) => ({ personId, after: beginning }));
  const { rows, isAll } = await readLogs(db, workspaceId, wanted, touchpointsAtMost);
  const logs = new Map<string, LoggedTouchpoint[]>();
  for (const { touchpoint, personId, thanks } of rows) {
    const log = logs.get(personId) ?? [];
    log.push({ ...touchpoint, isAnswerToThanks: thanks !== null });
    logs.set(personId, log);
  }
  const last = rows.at(-1)?.personId;
  if (!isAll && last !== undefined) logs.delete(last);
  return logs;
}
