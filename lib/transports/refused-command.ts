import type { RefusalDetail, Result } from "../kernel/result.ts";

/** Ends a command with the sentence of a refusal: `cli.refusals.<refusal>`, else `refusals.<refusal>`. */
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

/** The value; a refusal ends the command. */
export function granted<Value>(result: Result<Value, string>): Value {
  if (result.ok) return result.value;
  throw new RefusedCommand(result.refusal, result.detail);
}
