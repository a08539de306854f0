import { instantOf } from "../kernel/local-time.ts";
import { sha256 } from "../kernel/sha256.ts";
import { recordsRemoteId } from "../people/observed-profile.ts";
import type { TableRow } from "./import-table.ts";
import type { TouchpointType } from "./touchpoint.ts";

/** What is wrong with one row; the message is `touchpoints.import.problems.<code>`. */
export interface RowProblem {
  readonly row: number;
  readonly code:
    | "wrong-width"
    | "person-missing"
    | "person-too-long"
    | "type-unknown"
    | "channel-unreadable"
    | "time-unreadable"
    | "in-the-future"
    | "stars-unreadable"
    | "text-too-long"
    | "note-too-long";
  /** What stands there, shortened. */
  readonly value: string;
}

export interface ImportRow {
  readonly row: number;
  readonly name: string;
  readonly handle: string;
  /** Same key, same person: their number or e-mail in the list, else handle, else name. */
  readonly personKey: string;
  readonly type: TouchpointType;
  readonly channel: string;
  readonly at: Date;
  readonly text: string | null;
  readonly stars: number | null;
  readonly note: string | null;
  /** From what the row says, so that the same row read again is known. */
  readonly remoteId: string;
}

export interface RowReader {
  readonly timeZone: string;
  readonly now: Date;
  /** A type by its key or by its name in any of our languages, lower case. */
  readonly typeNames: ReadonlyMap<string, TouchpointType>;
  /** Our channels by their names in any of our languages, lower case; others are networks. */
  readonly channelNames: ReadonlyMap<string, string>;
}

export function readRow(table: TableRow, reader: RowReader): ImportRow | RowProblem {
  const { row, cells } = table;
  const at = instantOf(wallClockOf(cells.at), reader.timeZone);
  const type = reader.typeNames.get(cells.type.toLowerCase());
  const wanted = cells.channel.toLowerCase() || "other";
  const channel = reader.channelNames.get(wanted) ?? wanted;
  const problem = problemOf(table, channel);
  if (problem) return problem;
  if (!type) return { row, code: "type-unknown", value: cells.type.slice(0, 60) };
  if (at.kind === "unreadable")
    return { row, code: "time-unreadable", value: cells.at.slice(0, 60) };
  if (at.at > reader.now) return { row, code: "in-the-future", value: cells.at };
  return importRow(table, { type, channel, at: at.at });
}

function importRow(
  { row, cells }: TableRow,
  { type, channel, at }: Pick<ImportRow, "type" | "channel" | "at">,
): ImportRow {
  const handle = cells.handle.replace(/^@/, "");
  const person = cells.reference || (handle ? `${channel}:${handle}` : cells.person);
  const said = [person.toLowerCase(), type, channel, at.toISOString(), cells.text, cells.stars];
  return {
    row,
    name: cells.person,
    handle,
    personKey: `csv-${recordsRemoteId(person)}`,
    type,
    channel,
    at,
    text: cells.text || null,
    stars: cells.stars ? Number(cells.stars) : null,
    note: cells.note || null,
    remoteId: `csv-${sha256(JSON.stringify(said)).slice(0, 40)}`,
  };
}

export function isProblem(read: ImportRow | RowProblem): read is RowProblem {
  return "code" in read;
}

function problemOf(
  { row, cells, isWrongWidth }: TableRow,
  channel: string,
): RowProblem | undefined {
  const checks: readonly (readonly [boolean, RowProblem["code"], string])[] = [
    [isWrongWidth, "wrong-width", ""],
    [!cells.person, "person-missing", ""],
    [cells.person.length > 200 || cells.handle.length > 200, "person-too-long", cells.person],
    [!/^[a-z][a-z\d-]{1,49}$/.test(channel), "channel-unreadable", cells.channel],
    [Boolean(cells.stars) && !/^[1-5]$/.test(cells.stars), "stars-unreadable", cells.stars],
    [cells.text.length > 5_000, "text-too-long", cells.text],
    [cells.note.length > 500, "note-too-long", cells.note],
  ];
  const [found] = checks.filter(([isWrong]) => isWrong);
  return found && { row, code: found[1], value: found[2].slice(0, 60) };
}

/** `2026-03-01`, `2026-03-01 14:30`, `2026-03-01T14:30` or the Dutch `1-3-2026 14:30`; a day alone is its noon. */
function wallClockOf(cell: string): string {
  const [day = "", time = "12:00"] = cell.trim().split(/[T\s]+/);
  const dutch = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(day);
  const iso = dutch
    ? `${dutch[3]}-${dutch[2]?.padStart(2, "0")}-${dutch[1]?.padStart(2, "0")}`
    : day;
  return `${iso}T${time.length === 4 ? `0${time}` : time}`;
}
