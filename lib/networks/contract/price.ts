export interface Price {
  /** Millionths of a US dollar. */
  readonly usdMicros: number;
  /** What decided it. */
  readonly reason: "post" | "link" | "reply";
}

/** What a network asks for publishing, in millionths of a US dollar; plain data, for pages too. */
export interface PriceList {
  readonly post: number;
  /** A post whose text holds a link, instead of `post`. */
  readonly link: number;
  /** An answer to somebody who asked for it, instead of `post`. */
  readonly reply: number;
  /** On top, for each described image. */
  readonly alt: number;
}

/** `answersOthers`: it is a reply to somebody else's post, not the next part of our own thread. */
export function priceOf(
  part: { readonly images: readonly { readonly alt: string }[] },
  prices: PriceList,
  { hasLink, answersOthers }: { hasLink: boolean; answersOthers: boolean },
): Price {
  const described = part.images.filter(({ alt }) => alt.trim() !== "").length;
  const reason = hasLink ? "link" : answersOthers ? "reply" : "post";
  return { usdMicros: prices[reason] + described * prices.alt, reason };
}
