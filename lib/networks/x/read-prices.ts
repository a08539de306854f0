import { z } from "zod";

const dollars = z.number().min(0).max(1_000).optional();

/** What X asks, in dollars: `{"post":0.015,"link":0.2}`. What is left out stays as it usually is. */
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

/** Undefined where it is no such list. */
export function readPrices(text: string): z.infer<typeof prices> | undefined {
  try {
    return prices.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
