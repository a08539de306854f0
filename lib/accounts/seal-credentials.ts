import type { Secrets } from "../kernel/ports.ts";
import type { JsonObject } from "../networks/contract/remote.ts";
import type { AccountRow } from "./account.ts";

type Place = Pick<AccountRow, "id" | "workspaceId">;

export function sealCredentials(
  { secrets }: { secrets: Secrets },
  account: Place,
  credentials: JsonObject,
): string {
  return secrets.seal(JSON.stringify(credentials), placeOf(account));
}

/**
 * Opens an account's credentials; undefined if there are none or they were sealed under another
 * installation's key.
 */
export function openCredentials(
  { secrets }: { secrets: Secrets },
  account: Place & Pick<AccountRow, "sealedCredentials">,
): JsonObject | undefined {
  if (account.sealedCredentials === null) return undefined;
  try {
    return JSON.parse(secrets.open(account.sealedCredentials, placeOf(account)));
  } catch {
    return undefined;
  }
}

function placeOf({ id, workspaceId }: Place) {
  return { workspaceId, rowId: id, column: "sealedCredentials" };
}
