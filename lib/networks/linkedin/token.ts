import { z } from "zod";

import type { JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import type { TokenAnswer } from "../kit/code-flow.ts";
import { freshUntil, isFresh } from "../kit/token-life.ts";
import { isOrganization } from "./urn.ts";

/** The credentials stored with the account. */
const credentials = z.object({
  clientId: z.string(),
  clientSecret: z.string(),
  accessToken: z.string(),
  /** Given to approved partners only. It stays the same when used and expires a year after the consent. */
  refreshToken: z.string().optional(),
  freshUntil: z.iso.datetime(),
  scopes: z.array(z.string()),
  /** True if the same sign-in connected other accounts, which use this token too. */
  isShared: z.boolean(),
});
export type Credentials = z.infer<typeof credentials>;

export type Client = Pick<Credentials, "clientId" | "clientSecret">;

const usualLifeSeconds = 60 * 24 * 60 * 60;

export function credentialsIn(sealed: JsonObject): Credentials {
  return credentials.parse(sealed);
}

/** Returns the access token; undefined if it has expired or is about to. */
export function accessToken(sealed: JsonObject, now: Date): string | undefined {
  const read = credentialsIn(sealed);
  return isFresh(read.freshUntil, now) ? read.accessToken : undefined;
}

export function credentialsOf(
  { clientId, clientSecret }: Client,
  answer: TokenAnswer,
  now: Date,
  known: Pick<Credentials, "scopes" | "isShared" | "refreshToken">,
): JsonObject {
  const refreshToken = answer.refresh_token ?? known.refreshToken;
  return {
    clientId,
    clientSecret,
    accessToken: answer.access_token,
    ...(refreshToken ? { refreshToken } : {}),
    freshUntil: freshUntil(now, answer.expires_in ?? usualLifeSeconds),
    scopes: known.scopes,
    isShared: known.isShared,
  };
}

/**
 * Returns the granted scopes, or those asked for if LinkedIn names none. LinkedIn separates them with commas
 * or spaces.
 */
export function scopesIn(granted: string | undefined, asked: readonly string[]): string[] {
  return granted === undefined ? [...asked] : granted.split(/[\s,]+/).filter(Boolean);
}

/** Whether the scopes allow posting. A newer form of each scope ends in `_feed`; either is accepted. */
export function mayPostAs(who: "member" | "organization", scopes: readonly string[]): boolean {
  return scopes.some((scope) => scope.startsWith(`w_${who}_social`));
}

export function maySeeRoles(scopes: readonly string[]): boolean {
  return scopes.some((scope) => /^rw?_organization_admin$/.test(scope));
}

/**
 * Whether posts, comments and reactions may be read: only a page's, with the scope for it, never a member's.
 */
export function mayRead({
  account,
  credentials: sealed,
}: Pick<Session, "account" | "credentials">) {
  const { scopes } = credentialsIn(sealed);
  return (
    isOrganization(account.remoteId) &&
    scopes.some((scope) => scope.startsWith("r_organization_social"))
  );
}
