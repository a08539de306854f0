import { pastedAddress } from "../kit/pasted.ts";

/** What people of the usual server are called when they leave its name off. */
export const usualDomain = ".bsky.social";

/**
 * The handle in what somebody typed or pasted: `@anna`, `at://anna.example`, the address of a profile, a handle
 * as an address or after the manner of an e-mail. One without a domain gets `domain`; e-mail addresses and ids
 * stay as they are.
 */
export function handleIn(answer: string | undefined, domain: string | undefined): string {
  const handle = namedIn(pastedAddress(answer)).replace(/^@/, "").replace(/\.$/, "").trim();
  if (handle === "" || !domain) return handle;
  if (!/[.:@]/.test(handle)) return handle + domain;
  const asMail = domain.replace(/^\./, "@");
  return handle.endsWith(asMail) ? handle.slice(0, -asMail.length) + domain : handle;
}

/** What the address of a profile, a handle as an address, or neither, is about. */
function namedIn(typed: string): string {
  const profile = /^(?:https?:\/\/)?[^/\s]+\/profile\/([^/?#\s]+)/i.exec(typed)?.[1];
  if (profile) return profile.replace(/%2e/gi, ".").replace(/%3a/gi, ":");
  const [host = ""] = typed.replace(/^(?:at|https?):\/\//i, "").split(/[/?#]/, 1);
  return host;
}

/** Whether it names a person the way the protocol does, and not by their e-mail address. */
export function isHandle(name: string): boolean {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(name);
}
