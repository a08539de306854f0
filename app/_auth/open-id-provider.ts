import type { OAuthConfig } from "next-auth/providers/oauth";

import type { OpenIdSettings } from "#lib/runtime/environment";

export interface OpenIdProfile {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
}

/** Provider for any OpenID Connect server, configured by its discovery document. */
export function openIdProvider(settings: OpenIdSettings): OAuthConfig<OpenIdProfile> {
  return {
    id: "oidc",
    name: settings.name,
    type: "oauth",
    wellKnown: `${settings.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    issuer: settings.issuer,
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid email profile" } },
    profile: ({ sub, email, name }) => ({ id: sub, email: email ?? null, name: name ?? null }),
  };
}
