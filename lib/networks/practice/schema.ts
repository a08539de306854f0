import { id, index, instant, json, table, text, uniqueIndex } from "../../db/columns.ts";

/** One a workspace. The id stands in the feed's public address, so it is random. */
export const practiceAccounts = table(
  "practice_accounts",
  {
    id: id(),
    workspaceId: text().notNull(),
    handle: text().notNull(),
    displayName: text().notNull(),
    createdAt: instant().notNull(),
  },
  (account) => [uniqueIndex("practice_accounts_once").on(account.workspaceId)],
);

/** What was published. The audience is never stored: it is computed from these rows and the time. */
export const practicePosts = table(
  "practice_posts",
  {
    id: id(),
    accountId: text().notNull(),
    text: text().notNull(),
    images: json<{ mediaId: string; alt: string }[]>().notNull(),
    /** A post of ours (a thread goes on) or what somebody of the audience did. */
    replyTo: text(),
    postedAt: instant().notNull(),
    /** Kept, so that what people did before is not undone. */
    removedAt: instant(),
  },
  (post) => [index("practice_posts_account").on(post.accountId, post.postedAt)],
);
