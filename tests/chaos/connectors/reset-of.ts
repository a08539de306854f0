import type { ClassKind } from "../network/kinds.ts";

/** When the network wants to hear from us again, from the headers of its class. */
export function resetOf(kind: ClassKind, headers: Headers, now: Date): Date {
  switch (kind) {
    case "key":
      return new Date(headers.get("x-ratelimit-reset") ?? now.getTime() + 60_000);
    case "own-id":
      return new Date(Number(headers.get("ratelimit-reset")) * 1_000);
    case "container":
      return new Date(now.getTime() + minutesOf(headers) * 60_000);
    case "duplicate-listing":
      return new Date(Number(headers.get("x-rate-limit-reset")) * 1_000);
    case "refusal-only":
      return new Date(now.getTime() + 60_000);
    case "listing":
      return new Date(now.getTime() + Number(headers.get("retry-after")) * 1_000);
  }
}

function minutesOf(headers: Headers): number {
  const usage = JSON.parse(headers.get("x-business-use-case-usage") ?? "{}") as Record<
    string,
    { estimated_time_to_regain_access: number }[]
  >;
  return Object.values(usage)[0]?.[0]?.estimated_time_to_regain_access ?? 1;
}
