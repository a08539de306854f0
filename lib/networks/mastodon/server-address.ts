import { originOf, pastedAddress } from "../kit/pasted.ts";

const scheme = /^[a-z][a-z\d+.-]*:\/\//i;
/** `@anna@wool.example`, alone or at the end of the address of a profile as another server shows it. */
const wholeHandle = /(?:^|\/)@?[\w.-]+@([^/@\s]+)\/?$/;

/** Scheme and host of what was typed: an address, a bare host, or a whole handle. Undefined where it names no server. */
export function serverAddress(typed: string): string | undefined {
  const plain = pastedAddress(typed).replace(/^(?:acct|mailto):/i, "");
  const [address = ""] = plain.replace(scheme, "").split(/[?#]/, 1);
  const named = address.replace(/^\/+/, "");
  const host = wholeHandle.exec(named)?.[1] ?? named.split("/", 1)[0] ?? "";
  // A name alone says nothing of where.
  if (host.startsWith("@")) return undefined;
  const url = URL.parse(`${scheme.exec(plain)?.[0] ?? "https://"}${host}`);
  const isUsable = url && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  return isUsable ? originOf(url) : undefined;
}
