/**
 * Name of the session cookie. With https it has the prefix `__Host-`, which browsers accept only over https
 * and send only to this host.
 */
export function sessionCookieName(publicUrl: string): string {
  return cookieName(publicUrl, "shoutloop-session");
}

/**
 * Name of the cookie that identifies a browser after its first sign-in, so that strangers' guesses do not
 * lock its user out.
 */
export function browserCookieName(publicUrl: string): string {
  return cookieName(publicUrl, "shoutloop-browser");
}

/** Returns the value of a cookie in a `Cookie` header; undefined if it is missing. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(";") ?? []) {
    const at = pair.indexOf("=");
    if (pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

function cookieName(publicUrl: string, name: string): string {
  return publicUrl.startsWith("https:") ? `__Host-${name}` : name;
}
