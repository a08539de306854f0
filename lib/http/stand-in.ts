import type { Http } from "../kernel/ports.ts";

/**
 * Redirects requests for one origin to another, from a list such as
 * `https://plc.directory=http://localhost:2582,…`. It replaces servers with fixed addresses when everything
 * is tried out offline.
 */
export function withStandIns(http: Http, list: string | undefined): Http {
  const standIns = new Map(
    (list ?? "")
      .split(",")
      .map((pair) => pair.split("=").map((origin) => URL.parse(origin.trim())?.origin ?? ""))
      .filter(([from, to]) => from && to)
      .map(([from = "", to = ""]) => [from, to] as const),
  );
  if (standIns.size === 0) return http;
  const moved = (address: string) => {
    const url = URL.parse(address);
    const origin = url && standIns.get(url.origin);
    return url && origin ? `${origin}${url.pathname}${url.search}` : address;
  };
  return {
    async send(address, request) {
      const to = moved(address);
      const answer = await http.send(to, request);
      // The caller sees the original address, except after a redirect.
      return answer.url === to ? { ...answer, url: address } : answer;
    },
    stream: (address, ...rest) => http.stream(moved(address), ...rest),
  };
}
