/** Which one of what a form changes: counted, or the text itself. */
export type Version = number | string;

/** What somebody made of what is saved, and the version of it that they saw. */
export interface Edit<Value> {
  readonly value: Value;
  readonly since: Version;
}

/** What came of sending a form. */
export interface Answered {
  readonly isDone?: boolean | undefined;
  readonly refusal?: string | undefined;
  readonly detail?: Readonly<Record<string, Version>> | undefined;
}

/**
 * What the next try follows on. Each answer brings the page as it is now, and with it what colleagues made of
 * it: only who was told of that writes over it.
 */
export function sinceAfter<Since extends Version | undefined>(
  { isDone, refusal, detail }: Answered,
  since: Since,
  version: Since,
): Since | Version {
  if (isDone) return version;
  return (refusal === "changed-since" ? detail?.["version"] : undefined) ?? since;
}

/** What was answered: the value that was sent, the version there is now, and what is saved by now. */
interface Sent<Value> {
  readonly sent: Value | undefined;
  readonly version: Version;
  readonly saved: Value;
  readonly takeOver: TakeOver<Value>;
}

/** Gives what is new in `value` the identity that it has got in `saved`, once it was sent and taken. */
export type TakeOver<Value> = (value: Value, sent: Value, saved: Value) => Value;

/** Undefined: what is saved is what was made. More than was sent may have been made meanwhile. */
export function editAfter<Value>(
  answer: Answered,
  edit: Edit<Value> | undefined,
  { sent, version, saved, takeOver }: Sent<Value>,
): Edit<Value> | undefined {
  if (!edit || (answer.isDone && edit.value === sent)) return undefined;
  const isTaken = answer.isDone && sent !== undefined;
  const value = isTaken ? takeOver(edit.value, sent, saved) : edit.value;
  return { value, since: sinceAfter(answer, edit.since, version) };
}

interface Row {
  /** Of this page only. */
  readonly row: number;
}

/**
 * Each row of `rows` with what `give` takes over from the saved row that it was sent as. All are saved in the
 * order they were sent in; where their number differs, somebody else was quicker, and nothing is taken over.
 */
export function takeOverRows<One extends Row>(
  rows: readonly One[],
  sent: readonly One[],
  saved: readonly One[],
  give: (row: One, there: One) => One,
): readonly One[] {
  if (sent.length !== saved.length) return rows;
  return rows.map((row) => {
    const there = saved[sent.findIndex((one) => one.row === row.row)];
    return there ? give(row, there) : row;
  });
}

/** Undefined where the browser keeps something else than `read` understands. */
export function asEdit<Value>(
  copy: unknown,
  read: (value: unknown) => Value | undefined,
): Edit<Value> | undefined {
  const { value, since } = (copy ?? {}) as { value?: unknown; since?: unknown };
  const left = read(value);
  const isVersion = typeof since === "number" || typeof since === "string";
  return left !== undefined && isVersion ? { value: left, since } : undefined;
}
