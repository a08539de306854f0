import { z } from "zod";

import type { JsonObject } from "../contract/remote.ts";
import type { TokenAnswer } from "../kit/code-flow.ts";
import { freshUntil, isFresh } from "../kit/token-life.ts";

/** The credentials stored with the account. */
const credentials = z.object({
  clientId: z.string(),
  clientSecret: z.string(),
  accessToken: z.string(),
  /** Stays the same when the access token is renewed. */
  refreshToken: z.string(),
  freshUntil: z.iso.datetime(),
  /** Resource name `accounts/…/locations/…`, needed for posts and reviews. */
  place: z.string(),
});
export type Credentials = z.infer<typeof credentials>;
export type App = Pick<Credentials, "clientId" | "clientSecret">;

const usualLifeSeconds = 60 * 60;

export function credentialsIn(sealed: JsonObject): Credentials {
  return credentials.parse(sealed);
}

/** Returns the access token; undefined if it has expired or is about to. */
export function accessToken(sealed: JsonObject, now: Date): string | undefined {
  const read = credentialsIn(sealed);
  return isFresh(read.freshUntil, now) ? read.accessToken : undefined;
}

export function credentialsOf(
  { clientId, clientSecret }: App,
  { access_token: token, refresh_token: refreshToken, expires_in: seconds }: TokenAnswer,
  now: Date,
  known: Pick<Credentials, "place"> & Partial<Pick<Credentials, "refreshToken">>,
): JsonObject {
  return {
    clientId,
    clientSecret,
    accessToken: token,
    refreshToken: refreshToken ?? known.refreshToken ?? "",
    freshUntil: freshUntil(now, seconds ?? usualLifeSeconds),
    place: known.place,
  };
}
