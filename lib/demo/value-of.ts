import type { Result } from "../kernel/result.ts";

/** Returns the value of a result. Throws on a refusal, because a refusal in the sample's script is a bug. */
export function valueOf<Value, Refusal extends string>(result: Result<Value, Refusal>): Value {
  if (result.ok) return result.value;
  throw new Error(`The sample was refused: ${result.refusal} ${JSON.stringify(result.detail)}`);
}
