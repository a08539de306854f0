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
    /** It is an occurrence of this recurrence, or was one before it was changed. */
    recurrenceId: text(),
    /** Of which day of its rule (`YYYY-MM-DD`): no day comes twice, not even where its post was deleted. */
    recurrenceDay: text(),
    /** Raised by every change: who edits names the one they read. */
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

/** A rule by which a post comes again, and what it says. Its occurrences are posts. */
export const recurrences = table(
  "recurrences",
  {
    id: id(),
    workspaceId: text().notNull(),
    authorId: text().notNull(),
    /** As `writeRule` writes it. */
    rule: text().notNull(),
    startDay: text().notNull(),
    /** `HH:mm` on the clock of `timeZone`. */
    time: text().notNull(),
    timeZone: text().notNull(),
    /** A person ended it: it does not come on this day or later. */
    endsBefore: text(),
    stageId: text(),
    /** Taken in turn, one an occurrence. */
    words: json<Words[]>().notNull(),
    chosen: json<Chosen[]>().notNull(),
    language: text(),
    disclosure: json<Disclosure>(),
    /** Whose words come next. */
    turn: integer().notNull(),
    /** The last day that was seen to; null where none was. */
    madeThrough: text(),
    /** When the next occurrence comes near enough to be made; null where none is to come. */
    nextMakeAt: instant(),
    /** Why it stands still, or what came last to nothing; null where all is well. */
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
