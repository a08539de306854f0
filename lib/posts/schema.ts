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
import type { Chosen, Obstacle, Words } from "./recurrence.ts";

export const posts = table(
  "posts",
  {
    id: id(),
    workspaceId: text().notNull(),
    stageId: text(),
    /** `scheduled` means that the post has deliveries; their states give its status (`postStatus`). */
    state: choice(["draft", "scheduled", "deleted"]).notNull(),
    /** The content for accounts without a version of their own: one part, or a thread. */
    parts: json<PostPart[]>().notNull(),
    language: text(),
    /** Null: nothing disclosed. */
    disclosure: json<Disclosure>(),
    publishAt: instant(),
    /** The time zone in which `publishAt` was chosen. */
    timeZone: text().notNull(),
    /** The day of `publishAt` in the workspace's time zone. */
    localDay: text(),
    authorId: text().notNull(),
    shoutOutId: text(),
    /** The touchpoint that the first part answers. */
    replyToTouchpointId: text(),
    /**
     * Digest of the row's key in a list, so that it is imported once. Null if the post is deleted or not
     * imported.
     */
    importKey: text(),
    /** The import that created it, for undoing the whole import. */
    importId: text(),
    /** The recurrence it is an occurrence of, also after the post was changed. */
    recurrenceId: text(),
    /**
     * The rule's day of the occurrence (`YYYY-MM-DD`). No day gets a second post, even if the first was
     * deleted.
     */
    recurrenceDay: text(),
    /** Raised by every change. Editors send the version they read. */
    version: integer().notNull().default(1),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (post) => [
    uniqueIndex("posts_import_once").on(post.workspaceId, post.importKey),
    uniqueIndex("posts_occurrence_once").on(post.recurrenceId, post.recurrenceDay),
    index("posts_calendar").on(post.workspaceId, post.publishAt),
    index("posts_answers").on(post.replyToTouchpointId),
    index("posts_day").on(post.workspaceId, post.localDay),
    index("posts_newest").on(post.workspaceId, post.id),
  ],
);

/** The accounts a post is for, and content that differs from the common text. */
export const postVersions = table(
  "post_versions",
  {
    id: id(),
    workspaceId: text().notNull(),
    postId: text().notNull(),
    accountId: text().notNull(),
    /** Null: the common text. */
    parts: json<PostPart[]>(),
    /** Values for the network's options; null if there are none. */
    options: json<OptionValues>(),
  },
  (version) => [
    uniqueIndex("post_versions_once").on(version.postId, version.accountId),
    index("post_versions_account").on(version.workspaceId, version.accountId),
  ],
);

/** A rule by which a post is repeated, and its content. Its occurrences are posts. */
export const recurrences = table(
  "recurrences",
  {
    id: id(),
    workspaceId: text().notNull(),
    authorId: text().notNull(),
    /** As written by `writeRule`. */
    rule: text().notNull(),
    startDay: text().notNull(),
    /** `HH:mm` in the time zone `timeZone`. */
    time: text().notNull(),
    timeZone: text().notNull(),
    /** Set by a person who ended it: there are no occurrences on this day or later. */
    endsBefore: text(),
    stageId: text(),
    /** Contents, used in turn, one per occurrence. */
    words: json<Words[]>().notNull(),
    chosen: json<Chosen[]>().notNull(),
    language: text(),
    disclosure: json<Disclosure>(),
    /** Index of the next content. */
    turn: integer().notNull(),
    /** The last day that was processed; null if none was. */
    madeThrough: text(),
    /** When the next occurrence has to be made; null if there is none. */
    nextMakeAt: instant(),
    /** Why no occurrence is made, or why the last one was skipped; null if there is no problem. */
    obstacle: json<Obstacle>(),
    version: integer().notNull().default(1),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (recurrence) => [
    index("recurrences_due").on(recurrence.nextMakeAt),
    index("recurrences_workspace").on(recurrence.workspaceId, recurrence.id),
  ],
);
