import type { NodeSavedSession } from "@atproto/oauth-client-node";
import { z } from "zod";

import type { JsonObject } from "../../contract/remote.ts";
import { freshUntil } from "../../kit/token-life.ts";
import type { ClientPlace } from "./client-metadata.ts";

/** Credentials, stored encrypted, of an account that signed in on its server's own page. */
export interface OAuthCredentials {
  readonly place: ClientPlace;
  readonly session: NodeSavedSession;
  /** ISO 8601: when the access token expires. */
  readonly freshUntil: string;
}

const sealed = z.object({
  oauth: z.object({
    place: z.object({ publicUrl: z.string(), callbackUrl: z.string() }),
    session: z.looseObject({
      dpopJwk: z.looseObject({ kty: z.string() }),
      tokenSet: z.looseObject({ sub: z.string(), aud: z.string(), access_token: z.string() }),
    }),
    freshUntil: z.iso.datetime(),
  }),
});

/** The usual lifetime of an access token, for servers that do not state it. */
const usualLifeSeconds = 15 * 60;

export function oauthCredentialsIn(credentials: JsonObject): OAuthCredentials | undefined {
  const read = sealed.safeParse(credentials);
  return read.success ? (read.data.oauth as unknown as OAuthCredentials) : undefined;
}

export function sealedOAuth(place: ClientPlace, session: NodeSavedSession, now: Date): JsonObject {
  const { expires_at: expiresAt } = session.tokenSet;
  const until = expiresAt ?? freshUntil(now, usualLifeSeconds);
  return JSON.parse(JSON.stringify({ oauth: { place, session, freshUntil: until } }));
}

/**
 * Returns the session without its refresh token, so that the library cannot refresh it. Only `renewed` may,
 * under the account's lock.
 */
export function unrenewable({ session }: OAuthCredentials): NodeSavedSession {
  const { refresh_token: _refresh, expires_at: _expires, ...tokenSet } = session.tokenSet;
  return { ...session, tokenSet };
}
