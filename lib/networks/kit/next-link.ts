/** The parameter that names the page below, in a `Link` header (RFC 8288); undefined where there is none. */
export function nextInLink(header: string, parameter: string): string | undefined {
  for (const [, address = "", attributes = ""] of header.matchAll(/<([^>]*)>([^<]*)/g))
    if (/;\s*rel="?next"?/i.test(attributes))
      return URL.parse(address, "http://relative")?.searchParams.get(parameter) ?? undefined;
  return undefined;
}
