/**
 * Returns the parameter that names the next page in a `Link` header (RFC 8288); undefined if there is no next
 * page.
 */
export function nextInLink(header: string, parameter: string): string | undefined {
  for (const [, address = "", attributes = ""] of header.matchAll(/<([^>]*)>([^<]*)/g))
    if (/;\s*rel="?next"?/i.test(attributes))
      return URL.parse(address, "http://relative")?.searchParams.get(parameter) ?? undefined;
  return undefined;
}
