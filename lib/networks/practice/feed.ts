import type { practiceAccounts, practicePosts } from "./schema.ts";

export type PracticeAccount = typeof practiceAccounts.$inferSelect;
export type PracticePost = typeof practicePosts.$inferSelect;

export interface PracticeImage {
  readonly mediaId: string;
  readonly alt: string;
}

/** Where anyone may look at it; within the product's own address. */
export function feedUrl(accountId: string, itemId?: string): string {
  return itemId ? `/practice/${accountId}#${encodeURIComponent(itemId)}` : `/practice/${accountId}`;
}
