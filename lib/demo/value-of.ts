import type { Result } from "../kernel/result.ts";

/** The sample is our own script: a refusal in it is a bug, not an answer. */
export function valueOf<Value, Refusal extends string>(result: Result<Value, Refusal>): Value {
  if (result.ok) return result.value;
  throw new Error(`The sample was refused: ${result.refusal} ${JSON.stringify(result.detail)}`);
}
