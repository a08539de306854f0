import type { Account } from "../accounts/account.ts";
import type { Context } from "../kernel/context.ts";
import { shortenText } from "../kernel/cut-text.ts";
import { foldText } from "../kernel/fold-text.ts";
import type { DayOrder } from "../kernel/read-day.ts";
import { readMoment } from "../kernel/read-moment.ts";
import { ok, refused, type Refused, type Result } from "../kernel/result.ts";
import { isBlank } from "../kernel/visible-text.ts";
import type { TableRow } from "../lists/open-table.ts";
import { partColumns, type PostColumn } from "../posts/post-list-columns.ts";
import type { PostPart } from "../posts/post.ts";
import { plannedTime, type TimeRefusal } from "./planned-time.ts";
import { obstacleTo, type ScheduleRefusal } from "./schedule-post.ts";

type RowRefusal =
  | ScheduleRefusal
  | TimeRefusal
  | "row-wrong-width"
  | "row-sign-unreadable"
  | "row-key-too-long"
  | "row-key-twice"
  | "row-text-missing"
  | "row-text-too-long"
  | "row-part-missing"
  | "row-date-ambiguous"
  | "row-time-missing"
  | "row-stage-unknown"
  | "row-account-unknown"
  | "row-account-unclear";

/**
 * A row that cannot be read as a post, with the reason. `row` counts as a spreadsheet does, `line` as a text
 * editor does.
 */
export interface PostRowProblem {
  readonly row: number;
  readonly line: number;
  readonly refused: Refused<RowRefusal>;
}

export interface PostRow {
  readonly row: number;
  readonly line: number;
  readonly key: string;
  readonly stageId: string | null;
  readonly accounts: readonly Account[];
  readonly parts: readonly PostPart[];
  /** Null for a draft. */
  readonly publishAt: Date | null;
}

export interface PostRowReader {
  readonly ctx: Context;
  readonly timeZone: string;
  readonly dayOrder: DayOrder | undefined;
  /** Stage ids by folded key, id, and name in every language. */
  readonly stages: ReadonlyMap<string, string>;
  readonly accounts: readonly Account[];
}

type Cells = TableRow<PostColumn>["cells"];

const [mostKey, mostText, mostWarning] = [200, 20_000, 1_000];

/**
 * Reads a row as a post. A row with a time is checked like a post that is scheduled; a draft only needs text.
 */
export function readPostRow(
  { row, line, cells, isWrongWidth }: TableRow<PostColumn>,
  key: string,
  reader: PostRowReader,
): PostRow | PostRowProblem {
  const wrong = (problem: Refused<RowRefusal>) => ({ row, line, refused: problem });
  if (isWrongWidth) return wrong(refused("row-wrong-width"));
  const parts = partsOf(cells);
  if (!parts.ok) return wrong(parts);
  const stage = stageOf(cells.stage, reader);
  if (!stage.ok) return wrong(stage);
  const accounts = accountsOf(cells.accounts, reader);
  if (!accounts.ok) return wrong(accounts);
  const time = timeOf(cells.at, reader);
  if (!time.ok) return wrong(time);
  const post = { row, line, key, parts: parts.value, stageId: stage.value };
  const read = { ...post, accounts: accounts.value, publishAt: time.value };
  const obstacle =
    read.publishAt && obstacleTo(reader.ctx, withVersions(read), read.accounts, undefined);
  return obstacle ? wrong(obstacle) : read;
}

export function isRowProblem(read: PostRow | PostRowProblem): read is PostRowProblem {
  return "refused" in read;
}

/**
 * Returns problems that are checked before the content is read. Only the key decides whether the product
 * already has the row.
 */
export function keyProblem(
  { row, line, cells }: TableRow<PostColumn>,
  isTwice: boolean,
): PostRowProblem | undefined {
  const value = shortenText(cells.key, 60);
  if (Object.values(cells).some((cell) => cell.includes("\uFFFD")))
    return { row, line, refused: refused("row-sign-unreadable") };
  if (cells.key.length > mostKey)
    return { row, line, refused: refused("row-key-too-long", { max: mostKey }) };
  return isTwice ? { row, line, refused: refused("row-key-twice", { value }) } : undefined;
}

function withVersions({ stageId, parts, accounts }: PostRow) {
  const versions = accounts.map(({ id }) => ({
    id: "",
    workspaceId: "",
    postId: "",
    accountId: id,
    parts: null,
    options: null,
  }));
  return { stageId, parts: [...parts], versions };
}

/** Returns the filled part columns; refuses a gap between them. */
function partsOf(cells: Cells): Result<readonly PostPart[], RowRefusal> {
  const texts = (["text", ...partColumns] as const).map((column) =>
    (cells[column] ?? "").replaceAll("\r\n", "\n"),
  );
  const count = texts.findLastIndex((text) => !isBlank(text)) + 1;
  if (count === 0) return refused("row-text-missing");
  const written = texts.slice(0, count);
  if (written.some(isBlank)) return refused("row-part-missing");
  if (written.some((text) => text.length > mostText) || cells.warning.length > mostWarning)
    return refused("row-text-too-long", { max: mostText });
  const warning = cells.warning ? { warning: cells.warning } : {};
  return ok(written.map((text, index) => ({ text, images: [], ...(index === 0 && warning) })));
}

function stageOf(cell: string, { stages }: PostRowReader): Result<string | null, RowRefusal> {
  if (isBlank(cell)) return ok(null);
  const stageId = stages.get(foldText(cell));
  return stageId ? ok(stageId) : refused("row-stage-unknown", { value: shortenText(cell, 60) });
}

function accountsOf(
  cell: string,
  { accounts }: PostRowReader,
): Result<readonly Account[], RowRefusal> {
  const found = new Map<string, Account>();
  for (const name of cell.split(/[,;\n]/).map((one) => one.trim())) {
    if (name === "") continue;
    const plain = name.replace(/^@/, "").toLowerCase();
    const those = accounts.filter((account) => namesOf(account).includes(plain));
    const value = shortenText(name, 60);
    const [account, ...others] = those;
    if (!account) return refused("row-account-unknown", { value });
    if (others.length > 0) return refused("row-account-unclear", { value });
    found.set(account.id, account);
  }
  return ok([...found.values()]);
}

function namesOf({ id, network, handle }: Account): string[] {
  const plain = handle.replace(/^@/, "").toLowerCase();
  return [id.toLowerCase(), plain, `${network}:${plain}`, `${network}:@${plain}`];
}

function timeOf(
  cell: string,
  { ctx, timeZone, dayOrder }: PostRowReader,
): Result<Date | null, RowRefusal> {
  if (isBlank(cell)) return ok(null);
  const value = shortenText(cell, 60);
  const read = readMoment(cell, { timeZone, order: dayOrder });
  if (read.kind === "ambiguous") return refused("row-date-ambiguous", { value });
  if (read.kind === "unreadable") return refused("unreadable-time", { at: value });
  if (read.isWholeDay) return refused("row-time-missing", { value });
  const { wall, at, clock } = read;
  // Already read above; a skipped time is read again to get its refusal.
  const isSkipped = clock === "gap" && wall !== undefined;
  const meant = isSkipped
    ? ({ kind: "wall-clock", at: wall } as const)
    : ({ kind: "instant", at } as const);
  return plannedTime(meant, timeZone, ctx.clock.now());
}
