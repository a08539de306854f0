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

/** Undefined: what is saved is what was made. `sent`: what was answered; more may have been typed meanwhile. */
export function editAfter<Value>(
  answer: Answered,
  edit: Edit<Value> | undefined,
  { sent, version }: { readonly sent: Value | undefined; readonly version: Version },
): Edit<Value> | undefined {
  if (!edit || (answer.isDone && edit.value === sent)) return undefined;
  return { value: edit.value, since: sinceAfter(answer, edit.since, version) };
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
