import type { practiceAccounts, practicePosts } from "./schema.ts";

export type PracticeAccount = typeof practiceAccounts.$inferSelect;
export type PracticePost = typeof practicePosts.$inferSelect;

export type PracticeImage = PracticePost["images"][number];

/** Returns the path of the public feed, or of an entry in it, within the product's own address. */
export function feedUrl(accountId: string, itemId?: string): string {
  return itemId ? `/practice/${accountId}#${encodeURIComponent(itemId)}` : `/practice/${accountId}`;
}
