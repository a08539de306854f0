import type { IncomingHttpHeaders } from "node:http";

import type { Environment } from "./environment.ts";

const harmless = new Set(["GET", "HEAD", "OPTIONS"]);

export function isHarmless(method: string | undefined): boolean {
  return harmless.has(method ?? "GET");
}

/**
 * Whether a request's URL is a path that can be decoded and has no NUL; pages fail on any other. A URL with a
 * host is refused: its sender takes this server for a proxy.
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
 * Whether a request that changes data comes from a foreign page. Its origin must be the public address or the
 * host that it was sent to. A request without an origin is not from a browser page, and is refused if it has
 * a cookie.
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
  // A proxy may send the default port, which browsers leave out of the origin.
  const asked = URL.parse(`${origin.protocol}//${headers.host ?? ""}`);
  return origin.origin !== publicUrl && origin.origin !== asked?.origin;
}

/** Returns the content security policy of a page. Next adds the nonce to its own scripts. */
export function contentSecurityPolicy(
  nonce: string,
  { openId }: Pick<Environment, "openId">,
  isDevelopment: boolean,
): string {
  // Signing in with OpenID submits a form that redirects to the provider.
  const issuer = openId ? ` ${new URL(openId.issuer).origin}` : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // Style sheets only come from our files and `style` attributes in HTML are blocked; scripts may still set
    // styles.
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

/** Returns the headers of every response. */
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
