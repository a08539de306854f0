import {
  choice,
  id,
  index,
  instant,
  integer,
  json,
  table,
  text,
  uniqueIndex,
} from "../db/columns.ts";
import type { Disclosure, OptionValues } from "../networks/contract/post-options.ts";
import type { PostPart } from "./post.ts";

export const posts = table(
  "posts",
  {
    id: id(),
    workspaceId: text().notNull(),
    stageId: text(),
    /** `scheduled` means handed to deliveries; how those fare is theirs to tell (`postStatus`). */
    state: choice(["draft", "scheduled", "deleted"]).notNull(),
    /** What every account gets that has no version of its own. One part, or a thread. */
    parts: json<PostPart[]>().notNull(),
    language: text(),
    /** Null: nothing said. */
    disclosure: json<Disclosure>(),
    publishAt: instant(),
    /** The wall clock that `publishAt` was chosen on. */
    timeZone: text().notNull(),
    /** The day of `publishAt` in the workspace's zone. */
    localDay: text(),
    authorId: text().notNull(),
    shoutOutId: text(),
    /** The touchpoint that the first part answers. */
    replyToTouchpointId: text(),
    /** A digest of what a list called it: no list adds it twice. Null where it is deleted or was not in a list. */
    importKey: text(),
    /** The import that it came with, so that the whole can be undone. */
    importId: text(),
    /** Raised by every change: who edits names the one they read. */
    version: integer().notNull().default(1),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (post) => [
    uniqueIndex("posts_import_once").on(post.workspaceId, post.importKey),
    index("posts_calendar").on(post.workspaceId, post.publishAt),
    index("posts_answers").on(post.replyToTouchpointId),
    index("posts_day").on(post.workspaceId, post.localDay),
    index("posts_newest").on(post.workspaceId, post.id),
  ],
);

/** For which accounts a post is, and what an account gets instead of the common text. */
export const postVersions = table(
  "post_versions",
  {
    id: id(),
    workspaceId: text().notNull(),
    postId: text().notNull(),
    accountId: text().notNull(),
    /** Null: as everywhere. */
    parts: json<PostPart[]>(),
    /** What was chosen for this account of its network's options; null where nothing. */
    options: json<OptionValues>(),
  },
  (version) => [
    uniqueIndex("post_versions_once").on(version.postId, version.accountId),
    index("post_versions_account").on(version.workspaceId, version.accountId),
  ],
);
