import { creditsDepleted, tooMany } from "./problem.ts";

/** Requests a person may make in a quarter of an hour, by route. */
const usualLimits: Readonly<Record<string, number>> = {
  "create-post": 100,
  "delete-post": 50,
  "list-posts": 900,
  "list-mentions": 300,
  "look-up-posts": 900,
  "list-likers": 75,
  "list-reposters": 75,
  "list-quotes": 75,
  "show-me": 75,
};
const elsewhere = 1_875;
const windowMs = 15 * 60_000;

/** Counts requests and money, as X does. */
export class XMeter {
  readonly #now: () => Date;
  readonly #windows = new Map<string, { from: number; used: number }>();
  /** Overrides by route. */
  readonly limits: Record<string, number> = {};
  /** Millionths of a dollar left; undefined where money plays no part. */
  credit: number | undefined;
  spent = 0;
  /** By route: how often it was asked. */
  readonly requests: Record<string, number> = {};

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Fills in the headers of the answer; throws where the window is used up. */
  count(personId: string, route: string, headers: Record<string, string>): void {
    this.requests[route] = (this.requests[route] ?? 0) + 1;
    const limit = this.limits[route] ?? usualLimits[route] ?? elsewhere;
    const now = this.#now().getTime();
    const known = this.#windows.get(`${personId}/${route}`);
    const current = known && now < known.from + windowMs ? known : { from: now, used: 0 };
    this.#windows.set(`${personId}/${route}`, current);
    current.used += 1;
    Object.assign(headers, {
      "x-rate-limit-limit": String(limit),
      "x-rate-limit-remaining": String(Math.max(0, limit - current.used)),
      "x-rate-limit-reset": String(Math.ceil((current.from + windowMs) / 1000)),
    });
    if (current.used > limit) throw tooMany();
  }

  /** Throws where the credit does not reach. */
  charge(usdMicros: number): void {
    if (this.credit !== undefined && this.credit < usdMicros) throw creditsDepleted();
    if (this.credit !== undefined) this.credit -= usdMicros;
    this.spent += usdMicros;
  }
}
