import type { PriceList } from "../contract/price.ts";

/** What the operator can change about X: its prices, and its addresses for a test server. */
export interface XSettings {
  /** Origin of the API. */
  readonly api: string;
  /** Origin of the website. */
  readonly web: string;
  readonly prices: PriceList;
  readonly reading: ReadingPrices;
  /** Budget of one account for reading per day (UTC), in millionths of a US dollar. */
  readonly readingPerDay: number;
}

/** Prices per returned item, in millionths of a US dollar. */
export interface ReadingPrices {
  /** A post of ours, or one that mentions us. */
  readonly ownPost: number;
  readonly post: number;
  readonly like: number;
  readonly person: number;
}

export const api = "https://api.x.com";
export const web = "https://x.com";

/** X's pay-per-use prices of August 2026, and a budget of 10 cents a day for reading. */
export const usualSettings: XSettings = {
  api,
  web,
  prices: { post: 15_000, link: 200_000, reply: 10_000, alt: 5_000 },
  reading: { ownPost: 1_000, post: 5_000, like: 1_000, person: 10_000 },
  readingPerDay: 100_000,
};
