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

/** Scheme and host by which this browser reaches us: as configured, or else as it says itself. */
export function originOf(headers: Headers): string {
  const env = currentEnvironment();
  if (env.isPublicUrlGiven) return env.publicUrl;
  return URL.parse(`http://${headers.get("host") ?? ""}`)?.origin ?? env.publicUrl;
}
