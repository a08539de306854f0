import { z } from "zod";

import type { JsonObject } from "../contract/remote.ts";
import type { TokenAnswer } from "../kit/code-flow.ts";
import { freshUntil, isFresh } from "../kit/token-life.ts";

const renewal = z.object({
  clientId: z.string(),
  clientSecret: z.string(),
  /** Every renewal returns a new refresh token and ends the old one. */
  refreshToken: z.string(),
  freshUntil: z.iso.datetime(),
  /**
   * From when the token is renewed: long before it expires, so that an installation that is off for weeks
   * stays signed in.
   */
  renewAfter: z.iso.datetime(),
});
type Renewal = z.infer<typeof renewal>;

/** The stored credentials. A sandbox token is entered by a person and is not renewed. */
const credentials = z.object({ accessToken: z.string(), renewal: renewal.optional() });

const usualLifeSeconds = 30 * 24 * 60 * 60;
const renewAfterSeconds = 7 * 24 * 60 * 60;

/** Returns the access token; undefined if it has expired or is about to. */
export function accessToken(sealed: JsonObject, now: Date): string | undefined {
  const read = credentials.parse(sealed);
  return !read.renewal || isFresh(read.renewal.freshUntil, now) ? read.accessToken : undefined;
}

export function renewalIn(sealed: JsonObject): Renewal | undefined {
  return credentials.parse(sealed).renewal;
}

export function isRenewable(sealed: JsonObject, now: Date): boolean {
  const known = renewalIn(sealed);
  return known !== undefined && now.getTime() >= Date.parse(known.renewAfter);
}

export type App = Pick<Renewal, "clientId" | "clientSecret">;

export function credentialsOf(
  { clientId, clientSecret }: App,
  { access_token: token, refresh_token: refreshToken, expires_in: told }: TokenAnswer,
  now: Date,
  /** The previous credentials: their refresh token is kept if Pinterest returns no new one. */
  known?: Pick<Renewal, "refreshToken">,
): JsonObject {
  const seconds = told ?? usualLifeSeconds;
  return {
    accessToken: token,
    renewal: {
      clientId,
      clientSecret,
      refreshToken: refreshToken ?? known?.refreshToken ?? "",
      freshUntil: freshUntil(now, seconds),
      renewAfter: freshUntil(now, Math.min(renewAfterSeconds, seconds / 2)),
    },
  };
}

export function sandboxCredentials(token: string): JsonObject {
  return { accessToken: token };
}
