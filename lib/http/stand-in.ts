import type { Http } from "../kernel/ports.ts";

/**
 * Sends what is meant for one origin to another: `https://plc.directory=http://localhost:2582,…`. So
 * servers that a network names in its own rules can be replaced where everything is tried offline.
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
      // Whoever asked does not notice, unless it was sent on from there.
      return answer.url === to ? { ...answer, url: address } : answer;
    },
    stream: (address, ...rest) => http.stream(moved(address), ...rest),
  };
}
