import type { ConnectField } from "../networks/contract/manifest.ts";
import type { Account } from "./account.ts";

/** Returns the answers that are known from the account, by field name. */
export function knownAnswers(
  fields: readonly ConnectField[],
  account: Pick<Account, "handle" | "origin">,
): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(({ name, fromAccount }) => (fromAccount ? [[name, account[fromAccount]]] : [])),
  );
}
