/** Over TLS a name that browsers take only from this very host, and keep from scripts and other addresses. */
export function sessionCookieName(publicUrl: string): string {
  return cookieName(publicUrl, "shoutloop-session");
}

/** What a browser keeps after signing in once, so that strangers' guesses do not keep its owner out. */
export function browserCookieName(publicUrl: string): string {
  return cookieName(publicUrl, "shoutloop-browser");
}

/** One cookie of a `Cookie` header. */
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
