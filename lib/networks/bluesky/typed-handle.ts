import { pastedAddress } from "../kit/pasted.ts";

/** The domain that a handle of the default server gets if it is typed without one. */
export const usualDomain = ".bsky.social";

/**
 * Returns the handle from typed or pasted text: `@anna`, `at://anna.example`, a profile's address, a handle
 * as a web or e-mail address. A handle without a domain gets `domain`; other e-mail addresses and DIDs are
 * unchanged.
 */
export function handleIn(answer: string | undefined, domain: string | undefined): string {
  const handle = namedIn(pastedAddress(answer)).replace(/^@/, "").replace(/\.$/, "").trim();
  if (handle === "" || !domain) return handle;
  if (!/[.:@]/.test(handle)) return handle + domain;
  const asMail = domain.replace(/^\./, "@");
  return handle.endsWith(asMail) ? handle.slice(0, -asMail.length) + domain : handle;
}

/** Returns the handle in a profile's address, or the host of an address, or the text itself. */
function namedIn(typed: string): string {
  const profile = /^(?:https?:\/\/)?[^/\s]+\/profile\/([^/?#\s]+)/i.exec(typed)?.[1];
  if (profile) return profile.replace(/%2e/gi, ".").replace(/%3a/gi, ":");
  const [host = ""] = typed.replace(/^(?:at|https?):\/\//i, "").split(/[/?#]/, 1);
  return host;
}

/** Whether the name has the form of a handle, not of an e-mail address or a DID. */
export function isHandle(name: string): boolean {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(name);
}
