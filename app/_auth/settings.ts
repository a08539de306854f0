import type { Runtime } from "#lib/kernel/context";
import { currentEnvironment } from "#lib/runtime/current";

export const sessionSeconds = 30 * 24 * 60 * 60;

/** Signs sessions; derived from the installation's own secret. */
export function authSecret({ secrets }: Pick<Runtime, "secrets">): string {
  return secrets.fingerprint("next-auth", "session");
}

export function isSecure(): boolean {
  return publicUrl().startsWith("https:");
}

export function sessionCookie(): string {
  return isSecure() ? "__Host-shoutloop-session" : "shoutloop-session";
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
