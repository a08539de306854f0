import { z } from "zod";

import type { JsonObject } from "../contract/remote.ts";

/** As sealed with the account. The app goes with it: only the app that got a token may take it back. */
const credentials = z.object({
  accessToken: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  /** The account's id on its own server; elsewhere it has another. */
  accountId: z.string(),
});

export type Credentials = z.infer<typeof credentials>;

export function credentialsIn(sealed: JsonObject): Credentials {
  return credentials.parse(sealed);
}

export function accessToken(sealed: JsonObject): string {
  return credentialsIn(sealed).accessToken;
}

export function ownId(sealed: JsonObject): string {
  return credentialsIn(sealed).accountId;
}
