import { isIP } from "node:net";

/** The requested permissions: those of an app password, without direct messages. */
export const scope = "atproto transition:generic";

/** File name below `/api/networks/bluesky/`. */
export const metadataName = "client-metadata.json";

/** The addresses of this OAuth client: the public origin of the installation and its callback address. */
export interface ClientPlace {
  readonly publicUrl: string;
  readonly callbackUrl: string;
}

/**
 * Returns the OAuth client metadata. The client id is the address of a public document, or, for an
 * installation on the person's own machine, the protocol's loopback form (`http://localhost?…`).
 */
export function clientMetadata(place: ClientPlace, publicKeys: object) {
  const { publicUrl, callbackUrl } = place;
  const common = {
    client_name: "Shoutloop",
    redirect_uris: [callbackUrl] as [string],
    scope,
    grant_types: ["authorization_code", "refresh_token"] as ["authorization_code", "refresh_token"],
    response_types: ["code"] as ["code"],
    dpop_bound_access_tokens: true,
  };
  if (isLoopback(publicUrl))
    return {
      ...common,
      client_id: `http://localhost?${new URLSearchParams({ redirect_uri: callbackUrl, scope })}`,
      application_type: "native" as const,
      token_endpoint_auth_method: "none" as const,
    };
  return {
    ...common,
    client_id: `${publicUrl}/api/networks/bluesky/${metadataName}`,
    client_uri: publicUrl,
    application_type: "web" as const,
    token_endpoint_auth_method: "private_key_jwt" as const,
    token_endpoint_auth_signing_alg: "ES256",
    jwks: publicKeys,
  };
}

export function isLoopback(publicUrl: string): boolean {
  const { protocol, hostname } = new URL(publicUrl);
  return protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

/**
 * Whether the address can be public: https with a domain name. Servers must be able to fetch the metadata,
 * which fails for IP addresses and names of a private network.
 */
export function isPublicAddress(publicUrl: string): boolean {
  const { protocol, hostname } = new URL(publicUrl);
  const isNumber = isIP(hostname.replace(/^\[|\]$/g, "")) !== 0;
  const isInside =
    !hostname.includes(".") || /\.(local|internal|localhost|test|lan)$/.test(hostname);
  return protocol === "https:" && !isNumber && !isInside;
}
