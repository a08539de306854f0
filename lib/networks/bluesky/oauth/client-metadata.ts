import { isIP } from "node:net";

/** All that the product asks to be allowed: what an app password allows, without the private messages. */
export const scope = "atproto transition:generic";

/** Below `/api/networks/bluesky/`. */
export const metadataName = "client-metadata.json";

/** Where the client lives: the origin that people reach us at, and the address they come back to. */
export interface ClientPlace {
  readonly publicUrl: string;
  readonly callbackUrl: string;
}

/**
 * Who we are to a server: a public document at our own address, or, on the very machine of the person,
 * the protocol's stand-in for one (`http://localhost?…`).
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

/** Servers fetch the document from our address; they do not call numbers, or names of somebody's own network. */
export function isPublicAddress(publicUrl: string): boolean {
  const { protocol, hostname } = new URL(publicUrl);
  const isNumber = isIP(hostname.replace(/^\[|\]$/g, "")) !== 0;
  const isInside =
    !hostname.includes(".") || /\.(local|internal|localhost|test|lan)$/.test(hostname);
  return protocol === "https:" && !isNumber && !isInside;
}
