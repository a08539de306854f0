import { createHash, randomBytes } from "node:crypto";

import { z } from "zod";

import type { Callback } from "../contract/connector.ts";

/** OAuth code flow with PKCE: a code is exchanged for a token, which may be refreshable. */
interface CodeFlow {
  /** The network's page that asks the person for permission. */
  readonly page: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly callback: Pick<Callback, "url" | "state">;
}

/**
 * Returns the address of the network's page, and the verifier that later proves that we started the sign-in.
 */
export function beginCodeFlow({ page, clientId, scopes, callback }: CodeFlow): {
  readonly url: string;
  readonly verifier: string;
} {
  const verifier = randomBytes(32).toString("base64url");
  const query = new URLSearchParams({
    response_type: "code",
    client_id: clientId,
    redirect_uri: callback.url,
    scope: scopes.join(" "),
    state: callback.state,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  });
  return { url: `${page}?${query.toString()}`, verifier };
}

/** Returns the code that came back with the person, or the network's reason why there is none. */
export function returnedCode({
  code,
  error,
  error_description: words,
}: Readonly<Record<string, string>>): { readonly code: string } | { readonly declined: string } {
  return code ? { code } : { declined: words ?? error ?? "No code came back." };
}

/**
 * Returns the form that exchanges the code for a token. The caller adds fields that only one network needs.
 */
export function codeForm(
  clientId: string,
  { code, verifier, callback }: { code: string; verifier: string; callback: Pick<Callback, "url"> },
): Record<string, string> {
  return {
    grant_type: "authorization_code",
    code,
    redirect_uri: callback.url,
    code_verifier: verifier,
    client_id: clientId,
  };
}

export function refreshForm(clientId: string, refreshToken: string): Record<string, string> {
  return { grant_type: "refresh_token", refresh_token: refreshToken, client_id: clientId };
}

export const tokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.number().positive().optional(),
  scope: z.string().optional(),
});
export type TokenAnswer = z.infer<typeof tokenAnswer>;

/** Returns the requested scopes that were not granted. If the network does not say, all count as granted. */
export function missingScopes(
  asked: readonly string[],
  granted: string | undefined,
  isIn = (given: ReadonlySet<string>, scope: string) => given.has(scope),
): string[] {
  if (granted === undefined) return [];
  const given = new Set(granted.split(/[\s,]+/));
  return asked.filter((scope) => !isIn(given, scope));
}
