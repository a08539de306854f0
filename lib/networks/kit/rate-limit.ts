import type { HttpResponse } from "../../kernel/ports.ts";

/** How one network's headers tell of its limits. */
export interface RateLimits {
  /** What they begin with: `x-ratelimit` for `x-ratelimit-remaining` and `x-ratelimit-reset`. */
  readonly headers: readonly string[];
  /** How long to wait where nothing usable is told. */
  readonly usualMs: number;
}

/** No network's limit is longer; a header that says more is wrong, or somebody's clock is. */
const longestMs = 24 * 60 * 60_000;

/** When an answer "too many requests" allows the next one: the latest of all limits that may be used up. */
export function retryAt({ headers }: HttpResponse, now: Date, limits: RateLimits): Date {
  const resets = limits.headers
    .filter((name) => Number(headers.get(`${name}-remaining`) ?? 0) <= 0)
    .map((name) => resetIn(headers.get(`${name}-reset`), now));
  const wait = secondsIn(headers.get("retry-after"));
  const after = wait === undefined ? instantIn(headers.get("retry-after")) : inSeconds(now, wait);
  return latest([...resets, after], now) ?? new Date(now.getTime() + limits.usualMs);
}

/** Until when nothing more is allowed after an answer that was fine; undefined where something is left. */
export function restUntil(
  { headers }: HttpResponse,
  now: Date,
  limits: RateLimits,
): Date | undefined {
  const resets = limits.headers
    .filter((name) => Number(headers.get(`${name}-remaining`) ?? 1) <= 0)
    .map((name) => resetIn(headers.get(`${name}-reset`), now));
  return latest(resets, now);
}

/** Never in the past, and with an upper bound. */
function latest(instants: readonly (number | undefined)[], now: Date): Date | undefined {
  const ahead = instants.filter((instant) => instant !== undefined && instant > now.getTime());
  if (ahead.length === 0) return undefined;
  return new Date(Math.min(Math.max(...(ahead as number[])), now.getTime() + longestMs));
}

/** Larger numbers are no while but an instant. */
const mostSeconds = 100_000_000;

function secondsIn(value: string | null): number | undefined {
  const isNumber = value !== null && numeric.test(value);
  return isNumber && Number(value) < mostSeconds ? Number(value) : undefined;
}

const numeric = /^\s*\d+(\.\d+)?\s*$/;

/** Some networks tell how long a limit still counts, others until when. */
function resetIn(value: string | null, now: Date): number | undefined {
  const wait = secondsIn(value);
  return wait === undefined ? instantIn(value) : inSeconds(now, wait);
}

/** Seconds, milliseconds or microseconds since 1970, or a date in words: networks and what stands before them use all of these. */
function instantIn(value: string | null): number | undefined {
  if (value === null || !numeric.test(value)) {
    const at = Date.parse(value ?? "");
    return Number.isFinite(at) ? at : undefined;
  }
  const number = Number(value);
  if (number < mostSeconds * 1_000) return number * 1000;
  return number < mostSeconds * 1_000_000 ? number : number / 1000;
}

function inSeconds(now: Date, seconds: number): number {
  return now.getTime() + seconds * 1000;
}
