import { currentEnvironment } from "#lib/runtime/current";
import { browserCookieName, sessionCookieName } from "#lib/runtime/session-cookie";

export function isSecure(): boolean {
  return publicUrl().startsWith("https:");
}

export function sessionCookie(): string {
  return sessionCookieName(publicUrl());
}

export function browserCookie(): string {
  return browserCookieName(publicUrl());
}

export function publicUrl(): string {
  return currentEnvironment().publicUrl;
}

/**
 * Returns scheme and host by which the browser reaches us: the configured address, otherwise from the
 * request.
 */
export function originOf(headers: Headers): string {
  const env = currentEnvironment();
  if (env.isPublicUrlGiven) return env.publicUrl;
  return URL.parse(`http://${headers.get("host") ?? ""}`)?.origin ?? env.publicUrl;
}
