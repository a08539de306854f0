import type { Today } from "#lib/analytics/show-today";

/** Returns the figures of the sentence under the date. */
export function leadFigures(today: Today, ambiguousSends: number, owed: number) {
  const isOut = (post: Today["posts"][number]) =>
    post.deliveries.length > 0 && post.deliveries.every(({ state }) => state === "published");
  return {
    out: today.posts.filter(isOut).length,
    coming: today.posts.filter((post) => post.at > today.now).length,
    needsYou: ambiguousSends,
    owed,
  };
}
