import { z } from "zod";

import type { JsonObject } from "../contract/remote.ts";
import { freshUntil, isFresh } from "../kit/token-life.ts";

/**
 * Credentials as stored encrypted. `freshUntil` is computed with our clock, so that a wrong clock does no
 * harm.
 */
const credentials = z.object({
  accessJwt: z.string(),
  refreshJwt: z.string(),
  freshUntil: z.iso.datetime(),
});

const usualLifeSeconds = 7200;

/** Returns the access token; undefined if it has expired or expires within a minute. */
export function accessToken(sealed: JsonObject, now: Date): string | undefined {
  const read = credentials.parse(sealed);
  return isFresh(read.freshUntil, now) ? read.accessJwt : undefined;
}

export function refreshToken(sealed: JsonObject): string {
  return credentials.parse(sealed).refreshJwt;
}

export function credentialsOf(
  tokens: { accessJwt: string; refreshJwt: string },
  now: Date,
): z.infer<typeof credentials> {
  const { accessJwt, refreshJwt } = tokens;
  return { accessJwt, refreshJwt, freshUntil: freshUntil(now, lifeSeconds(accessJwt)) };
}

const claims = z.object({ iat: z.number(), exp: z.number() });

/**
 * Returns the lifetime in seconds that the token states. The signature is not verified, because that is the
 * server's task.
 */
function lifeSeconds(jwt: string): number {
  try {
    const payload: unknown = JSON.parse(
      Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString(),
    );
    const { iat, exp } = claims.parse(payload);
    return Math.max(0, exp - iat);
  } catch {
    return usualLifeSeconds;
  }
}
