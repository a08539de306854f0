import { z } from "zod";

import type { JsonObject } from "../contract/remote.ts";

/**
 * Credentials as stored encrypted with the account. They include the app, because only the app that got a
 * token may revoke it.
 */
const credentials = z.object({
  accessToken: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  /** The account's id on its own server; other servers have other ids. */
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
