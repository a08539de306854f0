import type { Store, Tx } from "../db/store.ts";
import type { Refused, Result } from "./result.ts";

/** Runs several steps as one transaction and rolls it back if `work` returns a refusal. */
export async function allOrNothing<Value, Refusal extends string>(
  { transact }: Pick<Store, "transact">,
  work: (tx: Tx) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  try {
    return await transact(async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new TakenBack(result);
      return result;
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.refused as Refused<Refusal>;
    throw error;
  }
}

/** Carries a refusal out of the transaction that it rolls back. Caught in this file. */
class TakenBack extends Error {
  readonly refused: Refused<string>;
  constructor(refused: Refused<string>) {
    super(refused.refusal);
    this.refused = refused;
  }
}
