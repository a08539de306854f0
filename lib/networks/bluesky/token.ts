import { z } from "zod";

import type { JsonObject } from "../contract/remote.ts";
import { freshUntil, isFresh } from "../kit/token-life.ts";

/** As sealed with the account. `freshUntil` is by our clock, so that a clock that is wrong by a day does no harm. */
const credentials = z.object({
  accessJwt: z.string(),
  refreshJwt: z.string(),
  freshUntil: z.iso.datetime(),
});

const usualLifeSeconds = 7200;

/** The token for everything but refreshing; undefined once it has run out or is about to. */
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

/** How long the token says it lives. It is the server's to verify, not ours. */
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
