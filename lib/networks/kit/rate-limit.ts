import type { HttpResponse } from "../../kernel/ports.ts";

/** The rate limit headers of one network. */
export interface RateLimits {
  /** Prefixes of the headers: `x-ratelimit` for `x-ratelimit-remaining` and `x-ratelimit-reset`. */
  readonly headers: readonly string[];
  /** How long to wait in milliseconds if the headers state no usable time. */
  readonly usualMs: number;
}

/** No network has a longer limit. A header that states more, or a clock, is wrong. */
const longestMs = 24 * 60 * 60_000;

/**
 * Returns when the next request is allowed after an answer 429: the latest of all limits that may be used up.
 */
export function retryAt({ headers }: HttpResponse, now: Date, limits: RateLimits): Date {
  const resets = limits.headers
    .filter((name) => Number(headers.get(`${name}-remaining`) ?? 0) <= 0)
    .map((name) => resetIn(headers.get(`${name}-reset`), now));
  const wait = secondsIn(headers.get("retry-after"));
  const after = wait === undefined ? instantIn(headers.get("retry-after")) : inSeconds(now, wait);
  return latest([...resets, after], now) ?? new Date(now.getTime() + limits.usualMs);
}

/** Returns until when no request is allowed after a successful answer; undefined if no limit is used up. */
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

/** Returns the latest instant in the future, at most 24 hours ahead; undefined if none is. */
function latest(instants: readonly (number | undefined)[], now: Date): Date | undefined {
  const ahead = instants.filter((instant) => instant !== undefined && instant > now.getTime());
  if (ahead.length === 0) return undefined;
  return new Date(Math.min(Math.max(...(ahead as number[])), now.getTime() + longestMs));
}

/** Larger numbers are not a duration but an instant. */
const mostSeconds = 100_000_000;

function secondsIn(value: string | null): number | undefined {
  const isNumber = value !== null && numeric.test(value);
  return isNumber && Number(value) < mostSeconds ? Number(value) : undefined;
}

const numeric = /^\s*\d+(\.\d+)?\s*$/;

/** Some networks state the remaining seconds of a limit, others the instant at which it ends. */
function resetIn(value: string | null, now: Date): number | undefined {
  const wait = secondsIn(value);
  return wait === undefined ? instantIn(value) : inSeconds(now, wait);
}

/**
 * Reads an instant in seconds, milliseconds or microseconds since 1970, or as a date. Networks and proxies
 * use all of these.
 */
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
