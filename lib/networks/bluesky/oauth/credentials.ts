import type { NodeSavedSession } from "@atproto/oauth-client-node";
import { z } from "zod";

import type { JsonObject } from "../../contract/remote.ts";
import { freshUntil } from "../../kit/token-life.ts";
import type { ClientPlace } from "./client-metadata.ts";

/** As sealed with an account that signed in on its server's own page. */
export interface OAuthCredentials {
  readonly place: ClientPlace;
  readonly session: NodeSavedSession;
  /** ISO 8601: from then on the access token counts no more. */
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

/** Servers that do not say how long a token lives mean a quarter of an hour or so. */
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

/** A session that can be used and not renewed: renewing is done under a lock, and saved, by others. */
export function unrenewable({ session }: OAuthCredentials): NodeSavedSession {
  const { refresh_token: _refresh, expires_at: _expires, ...tokenSet } = session.tokenSet;
  return { ...session, tokenSet };
}
