import type { Store, Tx } from "../db/store.ts";
import type { Refused, Result } from "./result.ts";

/**
 * Several steps as one transaction: a step that is refused takes back those before it, so that
 * everything is as it was.
 */
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

/** Ends a transaction without keeping it. Never leaves this file. */
class TakenBack extends Error {
  readonly refused: Refused<string>;
  constructor(refused: Refused<string>) {
    super(refused.refusal);
    this.refused = refused;
  }
}
