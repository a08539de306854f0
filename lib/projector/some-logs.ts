import type { ManualChoice, LoggedTouchpoint } from "../journey/person-state.ts";
import type { Context } from "../kernel/context.ts";
import { readChoices } from "../projections/derivation.ts";
import { readLogs } from "../projections/derived-log.ts";
import { firstPosition } from "../projections/position.ts";
import { countPeople, listPeopleFrom } from "./rebuild-repository.ts";

export interface PersonLog {
  readonly personId: string;
  readonly touchpoints: readonly LoggedTouchpoint[];
  readonly choices: readonly ManualChoice[];
}

export interface SomeLogs {
  /** Number of people in the workspace. */
  readonly people: number;
  /** Whole logs of some people, taken evenly over all people. */
  readonly logs: AsyncIterable<PersonLog>;
}

/** Upper limit of people read. */
const peopleAtMost = 500;
const parts = 10;
const touchpointsAPart = 3_000;
const triesAPart = 3;

/**
 * Returns logs for trying out rules or stages; of everybody if there are few people. Skips people with very
 * many touchpoints.
 */
export async function readSomeLogs(ctx: Context): Promise<SomeLogs> {
  const people = await countPeople(ctx.db, ctx.workspaceId);
  return { people, logs: partsOf(ctx, people) };
}

async function* partsOf({ db, workspaceId }: Context, people: number) {
  const size = peopleAtMost / parts;
  const step = Math.max(size, Math.floor(people / parts));
  for (let offset = 0; offset < people; offset += step) {
    const ids = await listPeopleFrom(db, workspaceId, offset, size);
    const choices = await choicesOf(db, ids);
    for (const [personId, touchpoints] of await logsOf(db, workspaceId, ids))
      yield { personId, touchpoints, choices: choices.get(personId) ?? [] };
  }
}

async function choicesOf(db: Context["db"], ids: readonly string[]) {
  const choices = new Map<string, ManualChoice[]>();
  for (const { personId, at, toStageId } of await readChoices(db, ids))
    choices.set(personId, [...(choices.get(personId) ?? []), { at, stageId: toStageId ?? "" }]);
  return choices;
}

/** Returns only whole logs: the last person read may have more entries. */
async function logsOf(db: Context["db"], workspaceId: string, ids: readonly string[]) {
  const logs = new Map<string, LoggedTouchpoint[]>();
  let left = ids;
  for (let tries = 0; tries < triesAPart && left.length > 0; tries++) {
    const wanted = left.map((personId) => ({ personId, after: firstPosition }));
    const { rows, isAll } = await readLogs(db, workspaceId, wanted, touchpointsAPart);
    for (const { touchpoint, personId, thanks } of rows) {
      const log = logs.get(personId) ?? [];
      log.push({ ...touchpoint, isAnswerToThanks: thanks !== null });
      logs.set(personId, log);
    }
    const last = isAll ? undefined : rows.at(-1)?.personId;
    if (last === undefined) break;
    logs.delete(last);
    // The first person's log alone is too long: try again without it.
    if (rows[0]?.personId !== last) break;
    left = left.filter((id) => id > last);
  }
  return logs;
}
