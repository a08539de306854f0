import type { MentionPlace } from "../db/own-rows.ts";
import type { Db, Tx } from "../db/store.ts";
import { isMarked, likePatterns, withoutMarks, type Marks } from "./marks.ts";
import {
  findMentions,
  mentionPlaces,
  nameOf,
  saveMention,
  type FoundRow,
} from "./mention-place-repository.ts";

const pageSize = 200;

/** Removes the marks from every text of the workspace, and from published ones only if `withPublished`. */
export async function forgetMentions(
  tx: Tx,
  workspaceId: string,
  marks: Marks,
  { withPublished }: { withPublished: boolean },
): Promise<void> {
  for (const place of mentionPlaces)
    for await (const page of pagesOf(tx, workspaceId, place, marks, withPublished))
      for (const found of page) await saveMention(tx, workspaceId, place, found);
}

/** Returns where the marks occur in the brand's own texts, by table; other people's texts are left out. */
export async function listMentions(
  db: Db,
  workspaceId: string,
  marks: Marks,
): Promise<Record<string, FoundRow[]>> {
  const found: Record<string, FoundRow[]> = {};
  for (const place of mentionPlaces.filter(({ isOfOthers }) => !isOfOthers))
    for await (const page of pagesOf(db, workspaceId, place, marks, true))
      (found[nameOf(place)] ??= []).push(...page.map(({ row, change }) => onlyNamed(row, change)));
  return Object.fromEntries(Object.entries(found).filter(([, rows]) => rows.length > 0));
}

/** Returns the columns of the row that contain a mark. */
function onlyNamed(row: FoundRow, change: Record<string, unknown>): FoundRow {
  const named = Object.keys(change).map((name): [string, unknown] => [name, row[name]]);
  return { id: row.id, ...Object.fromEntries(named) };
}

interface Mention {
  readonly id: string;
  readonly row: FoundRow;
  readonly change: Record<string, unknown>;
}

async function* pagesOf(
  db: Db,
  workspaceId: string,
  place: MentionPlace,
  marks: Marks,
  withPublished: boolean,
): AsyncGenerator<Mention[]> {
  const patterns = likePatterns(marks);
  if (patterns.length === 0) return;
  for (let after = ""; ;) {
    const wanted = { patterns, withPublished, after, limit: pageSize };
    const rows = await findMentions(db, workspaceId, place, wanted);
    yield rows
      .map((row) => ({ id: row.id, row, change: changeOf(place, row, marks) }))
      .filter(({ change }) => Object.keys(change).length > 0);
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = last.id;
  }
}

/** The database query finds too many rows rather than too few; this checks them exactly. */
function changeOf(place: MentionPlace, row: FoundRow, marks: Marks): Record<string, unknown> {
  const emptied = new Set((place.emptied ?? []).map(({ name }) => name));
  const { id: _id, ...columns } = row;
  const changed = Object.entries(columns).map(([name, value]): [string, unknown] => {
    if (!emptied.has(name)) return [name, withoutMarks(value, marks)];
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return [name, isMarked(text, marks) ? null : value];
  });
  return Object.fromEntries(changed.filter(([name, value]) => value !== columns[name]));
}
