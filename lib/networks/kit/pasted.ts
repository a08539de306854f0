/**
 * What somebody typed or pasted into a form, without what comes along from a web page: marks of direction and spaces
 * of no width, which are part of no name, address or key.
 */
export function pasted(answer = ""): string {
  return answer.replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, "").trim();
}

/** The same of an address or a handle: what stands around it in a letter or a list is none of it. */
export function pastedAddress(answer = ""): string {
  return pasted(answer)
    .normalize("NFKC")
    .replace(/^[<("'\s]+|[>)"',;\s]+$/g, "");
}

/** Of a host that was read from it: the dot that may end a name makes no other server. */
export function originOf({ protocol, host }: URL): string {
  return new URL(`${protocol}//${host.replace(/\.(?=:|$)/, "")}`).origin;
}
