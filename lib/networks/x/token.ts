import { z } from "zod";

import type { JsonObject } from "../contract/remote.ts";
import type { TokenAnswer } from "../kit/code-flow.ts";
import { freshUntil, isFresh } from "../kit/token-life.ts";

/**
 * Credentials as stored encrypted. `freshUntil` is computed with our clock, so that a wrong clock does no
 * harm.
 */
const credentials = z.object({
  clientId: z.string(),
  clientSecret: z.string().optional(),
  accessToken: z.string(),
  refreshToken: z.string(),
  freshUntil: z.iso.datetime(),
});
export type Credentials = z.infer<typeof credentials>;

export type Client = Pick<Credentials, "clientId" | "clientSecret">;

const usualLifeSeconds = 7_200;

export function credentialsIn(sealed: JsonObject): Credentials {
  return credentials.parse(sealed);
}

/** Returns undefined if the token has expired or expires within a minute. */
export function accessToken(sealed: JsonObject, now: Date): string | undefined {
  const read = credentialsIn(sealed);
  return isFresh(read.freshUntil, now) ? read.accessToken : undefined;
}

/** Returns undefined without a refresh token, because the sign-in would end after two hours. */
export function credentialsOf(
  { clientId, clientSecret }: Client,
  answer: TokenAnswer,
  now: Date,
): JsonObject | undefined {
  if (!answer.refresh_token) return undefined;
  return {
    clientId,
    ...(clientSecret ? { clientSecret } : {}),
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    freshUntil: freshUntil(now, answer.expires_in ?? usualLifeSeconds),
  };
}
