/**
 * Returns typed or pasted text without the invisible characters that copying from a web page adds: direction
 * marks and zero-width spaces.
 */
export function pasted(answer = ""): string {
  return answer.replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, "").trim();
}

/** Does the same for an address or a handle, and removes surrounding brackets, quotes and punctuation. */
export function pastedAddress(answer = ""): string {
  return pasted(answer)
    .normalize("NFKC")
    .replace(/^[<("'\s]+|[>)"',;\s]+$/g, "");
}

/** Returns the origin of an address without the dot that may end its host name. */
export function originOf({ protocol, host }: URL): string {
  return new URL(`${protocol}//${host.replace(/\.(?=:|$)/, "")}`).origin;
}
