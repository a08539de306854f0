/** Version of what a form changes: a number, or the text itself. */
export type Version = number | string;

/** An unsaved change, with the version of the saved value that it is based on. */
export interface Edit<Value> {
  readonly value: Value;
  readonly since: Version;
}

/** Result of sending a form. */
export interface Answered {
  readonly isDone?: boolean | undefined;
  readonly refusal?: string | undefined;
  readonly detail?: Readonly<Record<string, Version>> | undefined;
}

/**
 * Returns the version that the next attempt is based on. A response also refreshes the page with colleagues'
 * changes; only a user who was told of them may overwrite them.
 */
export function sinceAfter<Since extends Version | undefined>(
  { isDone, refusal, detail }: Answered,
  since: Since,
  version: Since,
): Since | Version {
  if (isDone) return version;
  return (refusal === "changed-since" ? detail?.["version"] : undefined) ?? since;
}

/** What a response is about: the value that was sent, the present version and the saved value. */
interface Sent<Value> {
  readonly sent: Value | undefined;
  readonly version: Version;
  readonly saved: Value;
  readonly takeOver: TakeOver<Value>;
}

/** Returns `value` with the ids that its new entries got in `saved`, after it was sent and accepted. */
export type TakeOver<Value> = (value: Value, sent: Value, saved: Value) => Value;

/**
 * Returns the edit after a response; undefined if it was saved and not changed since. A later change stays.
 */
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
  /** React key of the row; valid on this page only. */
  readonly row: number;
}

/**
 * Returns `rows` with what `give` takes from the saved rows. Sent and saved rows correspond by order; if
 * their numbers differ, somebody else saved in between and nothing is taken.
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

/** Returns the kept edit; undefined if `read` does not recognize its value. */
export function asEdit<Value>(
  copy: unknown,
  read: (value: unknown) => Value | undefined,
): Edit<Value> | undefined {
  const { value, since } = (copy ?? {}) as { value?: unknown; since?: unknown };
  const left = read(value);
  const isVersion = typeof since === "number" || typeof since === "string";
  return left !== undefined && isVersion ? { value: left, since } : undefined;
}
