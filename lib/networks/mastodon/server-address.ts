/** Scheme and host of what was typed: an address, a bare host, or a whole handle (`@anna@wool.example`). Undefined where it is none. */
export function serverAddress(typed: string): string | undefined {
  const plain = typed.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, "").trim();
  const hasScheme = /^[a-z][a-z+.-]*:\/\//i.test(plain);
  const host = hasScheme ? plain : `https://${plain.split("@").at(-1) ?? ""}`;
  const url = URL.parse(host);
  const isUsable = url && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  return isUsable ? url.origin : undefined;
}
