import { z } from "zod";

import type { JsonObject } from "../contract/remote.ts";
import { freshUntil, isFresh } from "./token-life.ts";

/** The answer of Instagram and Threads to exchanging or renewing a token, which is valid for 60 days. */
export const longToken = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive().optional(),
});
type LongToken = z.infer<typeof longToken>;

const credentials = z.object({
  clientId: z.string(),
  clientSecret: z.string(),
  accessToken: z.string(),
  freshUntil: z.iso.datetime(),
  /** A token can be renewed only before it expires and not within its first day. */
  renewAfter: z.iso.datetime(),
});
type Credentials = z.infer<typeof credentials>;

const usualLifeSeconds = 60 * 24 * 60 * 60;
const renewAfterSeconds = 7 * 24 * 60 * 60;

export function credentialsIn(sealed: JsonObject): Credentials {
  return credentials.parse(sealed);
}

/** Returns undefined if the token has expired; an expired token cannot be renewed. */
export function accessToken(sealed: JsonObject, now: Date): string | undefined {
  const read = credentialsIn(sealed);
  return isFresh(read.freshUntil, now) ? read.accessToken : undefined;
}

export function isRenewable(sealed: JsonObject, now: Date): boolean {
  return now.getTime() >= Date.parse(credentialsIn(sealed).renewAfter);
}

export function credentialsOf(
  { clientId, clientSecret }: Pick<Credentials, "clientId" | "clientSecret">,
  { access_token: accessToken, expires_in: seconds = usualLifeSeconds }: LongToken,
  now: Date,
): JsonObject {
  return {
    clientId,
    clientSecret,
    accessToken,
    freshUntil: freshUntil(now, seconds),
    renewAfter: freshUntil(now, Math.min(renewAfterSeconds, seconds / 2)),
  };
}
