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
  /** How many people there are. */
  readonly people: number;
  /** Whole logs of some of them, evenly from the first person to the last. */
  readonly logs: AsyncIterable<PersonLog>;
}

/** So much is read at most. */
const peopleAtMost = 500;
const parts = 10;
const touchpointsAPart = 3_000;
const triesAPart = 3;

/** Logs for trying something out on; all of them where there are not many. Whoever has very many touchpoints is passed over. */
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

/** Whole logs only: of the last person in reach there may be more. */
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
    // Too long a log by itself: those behind it have their turn.
    if (rows[0]?.personId !== last) break;
    left = left.filter((id) => id > last);
  }
  return logs;
}
