import type { RefusalDetail, Result } from "../kernel/result.ts";

/**
 * Thrown to end a command with a refusal. The text is `cli.refusals.<refusal>`, else `refusals.<refusal>`.
 */
export class RefusedCommand extends Error {
  override name = "RefusedCommand";
  readonly refusal: string;
  readonly detail: RefusalDetail;
  constructor(refusal: string, detail: RefusalDetail = {}) {
    super(refusal);
    this.refusal = refusal;
    this.detail = detail;
  }
}

/** Returns the value of a result; throws `RefusedCommand` for a refusal. */
export function granted<Value>(result: Result<Value, string>): Value {
  if (result.ok) return result.value;
  throw new RefusedCommand(result.refusal, result.detail);
}
