import { z } from "zod";

import type { Session } from "../contract/connector.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { TokenAnswer } from "../kit/code-flow.ts";
import { freshUntil, isFresh } from "../kit/token-life.ts";
import { isOrganization } from "./urn.ts";

/** As sealed with the account. */
const credentials = z.object({
  clientId: z.string(),
  clientSecret: z.string(),
  accessToken: z.string(),
  /** LinkedIn gives one to approved partners only. It does not change when it is used, and ends a year after the consent. */
  refreshToken: z.string().optional(),
  freshUntil: z.iso.datetime(),
  scopes: z.array(z.string()),
  /** The sign-in opened other accounts, too: all of them live by this token. */
  isShared: z.boolean(),
});
export type Credentials = z.infer<typeof credentials>;

export type Client = Pick<Credentials, "clientId" | "clientSecret">;

const usualLifeSeconds = 60 * 24 * 60 * 60;

export function credentialsIn(sealed: JsonObject): Credentials {
  return credentials.parse(sealed);
}

/** Undefined once it has run out or is about to. */
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

/** LinkedIn lists what it granted with commas, or with blanks. */
export function scopesIn(granted: string | undefined, asked: readonly string[]): string[] {
  return granted === undefined ? [...asked] : granted.split(/[\s,]+/).filter(Boolean);
}

/** Scopes have a newer name that ends in `_feed`; both are given. */
export function mayPostAs(who: "member" | "organization", scopes: readonly string[]): boolean {
  return scopes.some((scope) => scope.startsWith(`w_${who}_social`));
}

export function maySeeRoles(scopes: readonly string[]): boolean {
  return scopes.some((scope) => /^rw?_organization_admin$/.test(scope));
}

/** Posts, comments and reactions of a page are read by who was granted it; a member's by nobody. */
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
