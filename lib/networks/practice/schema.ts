import { id, index, instant, json, table, text, uniqueIndex } from "../../db/columns.ts";

/** One account per workspace. Its id is random, because it is in the public address of the feed. */
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

/** Published posts. The audience is not stored; it is computed from these rows and the current time. */
export const practicePosts = table(
  "practice_posts",
  {
    id: id(),
    accountId: text().notNull(),
    text: text().notNull(),
    images: json<{ mediaId: string; alt: string }[]>().notNull(),
    /** The id of a post of ours (in a thread) or of a reaction of the audience. */
    replyTo: text(),
    postedAt: instant().notNull(),
    /** Removed posts are kept, because earlier reactions to them must stay. */
    removedAt: instant(),
  },
  (post) => [index("practice_posts_account").on(post.accountId, post.postedAt)],
);
