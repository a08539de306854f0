import type { RefusalDetail, Result } from "../kernel/result.ts";

/** Ends a command with one sentence: the message `key`, filled in from `detail`. */
export class RefusedCommand extends Error {
  override name = "RefusedCommand";
  readonly key: string;
  readonly detail: RefusalDetail;
  constructor(key: string, detail: RefusalDetail = {}) {
    super(key);
    this.key = key;
    this.detail = detail;
  }
}

/** The value, or the refusal's own sentence. */
export function granted<Value>(result: Result<Value, string>): Value {
  if (result.ok) return result.value;
  const { refusal, detail } = result;
  if (refusal === "connect-failed")
    throw new RefusedCommand(`connect.failures.${detail["code"]}`, detail);
  throw new RefusedCommand(`refusals.${refusal}`, detail);
}
