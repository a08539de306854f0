import { shortenText } from "../kernel/cut-text.ts";
import { foldText } from "../kernel/fold-text.ts";
import type { DayOrder } from "../kernel/read-day.ts";
import { readMoment } from "../kernel/read-moment.ts";
import { sha256 } from "../kernel/sha256.ts";
import { isBlank } from "../kernel/visible-text.ts";
import type { TableRow } from "../lists/open-table.ts";
import { recordsRemoteId } from "../people/records-remote-id.ts";
import { channelNamed } from "./channel.ts";
import type { Column } from "./import-columns.ts";
import type { TouchpointType } from "./touchpoint.ts";

/** What is wrong with one row. The message is `touchpoints.import.problems.<code>`. */
export interface RowProblem {
  /** The row as a spreadsheet counts it, and the line as a text editor does. */
  readonly row: number;
  readonly line: number;
  readonly code:
    | "row-unreadable"
    | "wrong-width"
    | "sign-unreadable"
    | "person-missing"
    | "person-too-long"
    | "type-unknown"
    | "channel-unreadable"
    | "time-unreadable"
    | "date-ambiguous"
    | "in-the-future"
    | "stars-unreadable"
    | "text-too-long"
    | "note-too-long"
    | "id-too-long";
  /** The cell's text, shortened. */
  readonly value: string;
}

export interface ImportRow {
  readonly row: number;
  readonly name: string;
  readonly handle: string;
  /**
   * Rows with the same key are the same person: from the reference, else the channel and handle, else the
   * name.
   */
  readonly personKey: string;
  readonly type: TouchpointType;
  readonly channel: string;
  readonly at: Date;
  readonly text: string | null;
  readonly stars: number | null;
  readonly note: string | null;
  /** It answers what another person wrote under our post. */
  readonly isAnswerToOther: boolean;
  /**
   * Derived from the row's cells, so that the same row is recognised when it is read again; from an export of
   * ours, the exported id.
   */
  readonly remoteId: string;
  /** The id that earlier versions gave the row, before notes were part of it. */
  readonly formerId: string;
  readonly isExported: boolean;
}

export interface RowReader {
  readonly timeZone: string;
  readonly now: Date;
  readonly dayOrder: DayOrder | undefined;
  /** Types by key and by name in every language of the product, folded. */
  readonly typeNames: ReadonlyMap<string, TouchpointType>;
  /** Own channels by key and by name in every language of the product, folded. Other names are networks. */
  readonly channelNames: ReadonlyMap<string, string>;
}

export function readRow(table: TableRow<Column>, reader: RowReader): ImportRow | RowProblem {
  const { cells } = table;
  const is = (code: RowProblem["code"], value: string) => problem(table, code, value);
  const moment = readMoment(cells.at, { timeZone: reader.timeZone, order: reader.dayOrder });
  const type = reader.typeNames.get(foldText(cells.type));
  const channel = channelOf(cells.channel, reader);
  const stars = readStars(cells.stars);
  const found = problemOf(table);
  if (found) return found;
  if (!type) return is("type-unknown", cells.type);
  if (channel === undefined) return is("channel-unreadable", cells.channel);
  if (stars === undefined) return is("stars-unreadable", cells.stars);
  if (moment.kind === "ambiguous") return is("date-ambiguous", cells.at);
  if (moment.kind === "unreadable") return is("time-unreadable", cells.at);
  if (moment.at > reader.now) return is("in-the-future", cells.at);
  return importRow(table, { type, channel, stars, at: moment.at });
}

function importRow(
  { row, cells }: TableRow<Column>,
  { type, channel, stars, at }: Pick<ImportRow, "type" | "channel" | "stars" | "at">,
): ImportRow {
  const handle = cells.handle.replace(/^@/, "");
  const person = cells.reference || (handle ? `${channel}:${handle}` : cells.person);
  const said = [person.toLowerCase(), type, channel, at.toISOString(), cells.text, cells.stars];
  const withNote = cells.note ? [...said, cells.note] : said;
  return {
    row,
    name: cells.person,
    handle,
    personKey: exportedKey.test(person) ? person : `csv-${recordsRemoteId(person)}`,
    type,
    channel,
    at,
    text: cells.text || null,
    stars,
    note: cells.note || null,
    isAnswerToOther: answersOther(cells),
    isExported: cells["shoutloop-id"] !== "",
    remoteId: cells["shoutloop-id"] || idOf(withNote),
    formerId: idOf(said),
  };
}

/**
 * Whether the row answers another person: by the name in `answers`, else because its parent is not the root
 * of the thread.
 */
function answersOther({ answers, parent, root, ...cells }: TableRow<Column>["cells"]): boolean {
  if (answers === "") return parent !== "" && root !== "" && parent !== root;
  const names = [cells.person, cells.handle, cells.reference].map((name) => plainly(name));
  return !names.includes(plainly(answers));
}

function plainly(name: string): string {
  return foldText(name.replace(/^@/, ""));
}

function idOf(said: readonly string[]): string {
  return `csv-${sha256(JSON.stringify(said)).slice(0, 40)}`;
}

/** The keys that our export gives to people who are known on no network. */
const exportedKey = /^(?:csv-[\da-f]{32}|hand-[\da-f-]{36})$/;

export function isProblem(read: ImportRow | RowProblem): read is RowProblem {
  return "code" in read;
}

function problemOf(table: TableRow<Column>): RowProblem | undefined {
  const { cells, isWrongWidth } = table;
  const spoilt = Object.values(cells).find((cell) =>
    /\p{Cc}|\uFFFD/u.test(cell.replace(/\s/g, "")),
  );
  const checks: readonly (readonly [boolean, RowProblem["code"], string])[] = [
    [table.isUnreadable === true, "row-unreadable", ""],
    [isWrongWidth, "wrong-width", ""],
    [spoilt !== undefined, "sign-unreadable", spoilt ?? ""],
    [isBlank(cells.person), "person-missing", ""],
    [cells.person.length > 200 || cells.handle.length > 200, "person-too-long", cells.person],
    [cells.text.length > 5_000, "text-too-long", cells.text],
    [cells.note.length > 500, "note-too-long", cells.note],
    [cells["shoutloop-id"].length > 500, "id-too-long", ""],
  ];
  const [found] = checks.filter(([isWrong]) => isWrong);
  return found && problem(table, found[1], found[2]);
}

function problem(
  { row, line }: TableRow<Column>,
  code: RowProblem["code"],
  value: string,
): RowProblem {
  return { row, line, code, value: shortenText(value, 60) };
}

function channelOf(cell: string, { channelNames }: RowReader): string | undefined {
  if (cell === "") return "other";
  return channelNames.get(foldText(cell)) ?? channelNamed(cell);
}

/**
 * Returns the stars in `5`, `5,0`, `5/5` or `★★★★☆`. Null for an empty cell, undefined for anything but a
 * whole number from 1 to 5.
 */
function readStars(cell: string): number | null | undefined {
  if (cell === "") return null;
  const drawn = /^([★⭐]\uFE0F?){1,5}☆{0,4}$/u.test(cell);
  if (drawn) return cell.match(/[★⭐]/g)?.length;
  const [, stars] =
    /^([1-5])(?:[.,]0+)?(?:\s*\/\s*5(?:[.,]0+)?)?(?:\s*(?:stars?|ster(?:ren)?|[★⭐]))?$/iu.exec(
      cell,
    ) ?? [];
  return stars ? Number(stars) : undefined;
}
