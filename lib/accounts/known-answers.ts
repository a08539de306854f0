import type { ConnectField } from "../networks/contract/manifest.ts";
import type { Account } from "./account.ts";

/** What the account says of itself, for the fields that ask it. */
export function knownAnswers(
  fields: readonly ConnectField[],
  account: Pick<Account, "handle" | "origin">,
): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(({ name, fromAccount }) => (fromAccount ? [[name, account[fromAccount]]] : [])),
  );
}
