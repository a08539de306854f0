import type { PriceList } from "../contract/price.ts";

/** What the operator may change about X: prices change, and a test server stands in for it. */
export interface XSettings {
  /** Where the API answers. */
  readonly api: string;
  /** Where people sign in, post and read. */
  readonly web: string;
  readonly prices: PriceList;
  readonly reading: ReadingPrices;
  /** What one account may spend on reading in a day (UTC), in millionths of a dollar. */
  readonly readingPerDay: number;
}

/** For each thing that comes back, in millionths of a dollar. */
export interface ReadingPrices {
  /** Our own post, or one that names us. */
  readonly ownPost: number;
  readonly post: number;
  readonly like: number;
  readonly person: number;
}

export const api = "https://api.x.com";
export const web = "https://x.com";

/** X's pay-per-use prices of August 2026, and ten cents a day for reading. */
export const usualSettings: XSettings = {
  api,
  web,
  prices: { post: 15_000, link: 200_000, reply: 10_000, alt: 5_000 },
  reading: { ownPost: 1_000, post: 5_000, like: 1_000, person: 10_000 },
  readingPerDay: 100_000,
};
