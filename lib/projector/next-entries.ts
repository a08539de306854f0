import type { Db } from "../db/store.ts";
import type { Context } from "../kernel/context.ts";
import { readChoices } from "../projections/derivation.ts";
import { readLogs } from "../projections/derived-log.ts";
import {
  comparePositions,
  positionOfAct,
  positionOfTouchpoint,
  type Position,
} from "../projections/position.ts";
import type { Entry } from "./read-entries.ts";
import { listThanks } from "./repository.ts";

export interface NextEntries {
  /** Entries by person id. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  /** Whether the person's log was read to its end. */
  readonly isWhole: (personId: string) => boolean;
}

/** Returns the next log entries of some people, about `limit` touchpoints in all. */
export async function readNext(
  db: Db,
  { workspaceId }: Pick<Context, "workspaceId">,
  people: readonly { readonly personId: string; readonly after: Position }[],
  limit: number,
): Promise<NextEntries> {
  const { rows, isAll } = await readLogs(db, workspaceId, people, limit);
  // Rows are ordered by person: the last person may have more, and later people have not been read.
  const cut = isAll ? undefined : rows.at(-1)?.personId;
  const isWhole = (personId: string) => cut === undefined || comparePositions(personId, cut) < 0;
  const acts = await readActs(
    db,
    people.map(({ personId }) => personId),
  );
  const entries = new Map(people.map(({ personId }) => [personId, [] as Entry[]]));
  for (const { touchpoint, personId, thanks } of rows)
    entries.get(personId)?.push({
      position: positionOfTouchpoint(touchpoint),
      touchpoint: { ...touchpoint, isAnswerToThanks: thanks !== null },
    });
  for (const { personId, after } of people) {
    const own = entries.get(personId) ?? [];
    const until = own.at(-1)?.position;
    const between = (acts.get(personId) ?? []).filter(
      ({ position }) =>
        comparePositions(position, after) > 0 &&
        (isWhole(personId) || (until !== undefined && comparePositions(position, until) < 0)),
    );
    if (between.length > 0)
      entries.set(
        personId,
        [...own, ...between].toSorted((a, b) => comparePositions(a.position, b.position)),
      );
  }
  return { entries, isWhole };
}

/** Returns the team's acts by person: choices of a stage, and thanks. */
async function readActs(db: Db, people: readonly string[]): Promise<Map<string, Entry[]>> {
  const acts = new Map<string, Entry[]>();
  const add = (personId: string, entry: Entry) =>
    acts.set(personId, [...(acts.get(personId) ?? []), entry]);
  for (const choice of await readChoices(db, people))
    add(choice.personId, { position: positionOfAct(choice.at, choice.id), choice });
  for (const thanks of await listThanks(db, people))
    add(thanks.personId, { position: positionOfAct(thanks.at, thanks.id), thanks });
  return acts;
}
