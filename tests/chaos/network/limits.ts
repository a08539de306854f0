import type { Answer } from "./answer.ts";
import type { Kind } from "./kinds.ts";

/** "Too many requests", each class with the headers of the networks it stands for. */
export function limited(kind: Kind, until: number, now: number): Answer {
  return {
    status: 429,
    body: { error: "too many requests" },
    headers: headersOf(kind, until, now),
  };
}

function headersOf(kind: Kind, until: number, now: number): Record<string, string> {
  const unixSeconds = String(Math.ceil(until / 1_000));
  const secondsLeft = String(Math.ceil((until - now) / 1_000));
  switch (kind) {
    case "key":
      return { "x-ratelimit-remaining": "0", "x-ratelimit-reset": new Date(until).toISOString() };
    case "own-id":
      return { "ratelimit-remaining": "0", "ratelimit-reset": unixSeconds };
    case "container": {
      const minutes = Math.ceil((until - now) / 60_000);
      const usage = { 1: [{ type: "instagram", estimated_time_to_regain_access: minutes }] };
      return { "x-business-use-case-usage": JSON.stringify(usage) };
    }
    case "duplicate-listing":
      return { "x-rate-limit-remaining": "0", "x-rate-limit-reset": unixSeconds };
    case "refusal-only":
      return {};
    case "listing":
      return { "retry-after": secondsLeft };
    case "relative":
      return { "x-ratelimit-remaining": "0", "x-ratelimit-reset": unixSeconds };
    case "bare":
      return { "retry-after": new Date(Math.ceil(until / 1_000) * 1_000).toUTCString() };
  }
}
