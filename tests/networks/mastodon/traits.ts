/** What a relative of Mastodon does in its own way; Mastodon itself does none of it. */
export interface Traits {
  /** As NodeInfo tells it; undefined where there is none. */
  software: { name: string; version: string } | undefined;
  /** The same `Idempotency-Key` makes a second post. */
  ignoresKeys: boolean;
  /** A picture gets another id when it is posted. */
  renamesMedia: boolean;
  /** Reads Markdown, turns signs about and leaves out what the reader does not see. */
  reformatsText: boolean;
  /** Lists of posts show what is new only after so long. */
  listingLagMs: number;
  /** Only `/api/v1/instance`. */
  hasOnlyV1: boolean;
  /** Says nothing of what it takes. */
  saysNoLimits: boolean;
  hasNoDelete: boolean;
  hasNoPolls: boolean;
  hasNoSource: boolean;
  /** Ids are no numbers, and `min_id` reads down from the newest. */
  hasOddIds: boolean;
  /** Always the newest page. */
  ignoresPlaces: boolean;
}

export const asMastodon: Traits = {
  software: { name: "mastodon", version: "4.6.0" },
  ignoresKeys: false,
  renamesMedia: false,
  reformatsText: false,
  listingLagMs: 0,
  hasOnlyV1: false,
  saysNoLimits: false,
  hasNoDelete: false,
  hasNoPolls: false,
  hasNoSource: false,
  hasOddIds: false,
  ignoresPlaces: false,
};

/** Ignores the key, renames pictures, reformats text and lags. */
export const asRelative: Traits = {
  ...asMastodon,
  software: { name: "relative", version: "1.2.0" },
  ignoresKeys: true,
  renamesMedia: true,
  reformatsText: true,
  listingLagMs: 20_000,
  hasNoSource: true,
};

/** Without DELETE, polls and the second version of anything. */
export const asBare: Traits = {
  ...asMastodon,
  software: { name: "bare", version: "2.75" },
  ignoresKeys: true,
  hasOnlyV1: true,
  saysNoLimits: true,
  hasNoDelete: true,
  hasNoPolls: true,
  hasNoSource: true,
};
