import { originOf, pastedAddress } from "../kit/pasted.ts";

const scheme = /^[a-z][a-z\d+.-]*:\/\//i;
/** `@anna@wool.example`, alone or at the end of a profile's address on another server. */
const wholeHandle = /(?:^|\/)@?[\w.-]+@([^/@\s]+)\/?$/;

/** Returns the origin from a typed address, host or full handle; undefined if it names no server. */
export function serverAddress(typed: string): string | undefined {
  const plain = pastedAddress(typed).replace(/^(?:acct|mailto):/i, "");
  const host = hostIn(plain.replace(scheme, ""));
  const url = host && URL.parse(`${scheme.exec(plain)?.[0] ?? "https://"}${host}`);
  const isUsable = url && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  return isUsable ? originOf(url) : undefined;
}

/** Returns the host; undefined for a name without a server. */
function hostIn(address: string): string | undefined {
  const [path = ""] = address.replace(/^\/+/, "").split(/[?#]/, 1);
  const [first = ""] = path.split("/", 1);
  return wholeHandle.exec(path)?.[1] ?? (first.startsWith("@") ? undefined : first);
}
