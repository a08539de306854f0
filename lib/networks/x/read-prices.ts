import { z } from "zod";

const dollars = z.number().min(0).max(1_000).optional();

/** X's prices in US dollars, for example `{"post":0.015,"link":0.2}`. A missing price keeps its default. */
const prices = z.strictObject({
  post: dollars,
  link: dollars,
  reply: dollars,
  alt: dollars,
  readOwnPost: dollars,
  readPost: dollars,
  readLike: dollars,
  readPerson: dollars,
});

/** Returns undefined if the text is not a valid price list. */
export function readPrices(text: string): z.infer<typeof prices> | undefined {
  try {
    return prices.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
