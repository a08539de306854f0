export interface Price {
  readonly usdMicros: number;
  /** Which price of the list applied. */
  readonly reason: "post" | "link" | "reply";
}

/** What a network charges for publishing, in millionths of a US dollar. Plain data, also for pages. */
export interface PriceList {
  readonly post: number;
  /** Instead of `post`, for a post whose text contains a link. */
  readonly link: number;
  /** Instead of `post`, for a reply to somebody else's post. */
  readonly reply: number;
  /** Added for each image with a description. */
  readonly alt: number;
}

/**
 * Returns the price of a part. `answersOthers`: it replies to somebody else's post, not to a part of our own
 * thread.
 */
export function priceOf(
  part: { readonly images: readonly { readonly alt: string }[] },
  prices: PriceList,
  { hasLink, answersOthers }: { hasLink: boolean; answersOthers: boolean },
): Price {
  const described = part.images.filter(({ alt }) => alt.trim() !== "").length;
  const reason = hasLink ? "link" : answersOthers ? "reply" : "post";
  return { usdMicros: prices[reason] + described * prices.alt, reason };
}
