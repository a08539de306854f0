import type { IncomingHttpHeaders } from "node:http";

import type { Environment } from "./environment.ts";

const harmless = new Set(["GET", "HEAD", "OPTIONS"]);

export function isHarmless(method: string | undefined): boolean {
  return harmless.has(method ?? "GET");
}

/**
 * Whether it is an address here that can be decoded as text that can be stored: a page that is asked with anything
 * else breaks. Who names a host in it takes us for a proxy.
 */
export function isReadableAddress(url = ""): boolean {
  const [path = ""] = url.split("?", 1);
  if (!path.startsWith("/")) return false;
  try {
    return !decodeURIComponent(path).includes("\0") && !/%00/.test(url);
  } catch {
    return false;
  }
}

/**
 * A request that changes something must come from our own pages: at the address that the operator named, or at
 * the one that it was sent to. Browsers say where a page is from; who says nothing is no browser, and
 * may have no cookie either.
 */
export function isForgery(
  method: string | undefined,
  headers: IncomingHttpHeaders,
  publicUrl: string,
): boolean {
  if (isHarmless(method)) return false;
  const site = headers["sec-fetch-site"];
  if (headers.origin === undefined)
    return site === undefined ? Boolean(headers.cookie) : site !== "same-origin" && site !== "none";
  const origin = URL.parse(headers.origin);
  if (!origin) return true;
  // A proxy may say the port, too, where browsers leave out the usual one.
  const asked = URL.parse(`${origin.protocol}//${headers.host ?? ""}`);
  return origin.origin !== publicUrl && origin.origin !== asked?.origin;
}

/** What a page may load and where it may send. Next puts the nonce on its own scripts. */
export function contentSecurityPolicy(
  nonce: string,
  { openId }: Pick<Environment, "openId">,
  isDevelopment: boolean,
): string {
  // Signing in elsewhere is a form that is answered with a redirect to the other address.
  const issuer = openId ? ` ${new URL(openId.issuer).origin}` : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // Rules come from our files alone, and none from an attribute: scripts place single elements as they like.
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ` 'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${issuer}`,
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Headers that every answer carries, whatever it is. */
export function standingHeaders(publicUrl: string): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    ...(publicUrl.startsWith("https:") && {
      "strict-transport-security": "max-age=31536000; includeSubDomains",
    }),
  };
}
