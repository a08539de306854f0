import { isNotNull, sql, type AnyColumn, type SQL } from "drizzle-orm";

import {
  choice,
  flag,
  id,
  index,
  instant,
  integer,
  json,
  real,
  table,
  text,
  uniqueIndex,
} from "../db/columns.ts";
import type { ReplyTarget } from "../networks/contract/remote.ts";
import { touchpointTypes } from "./touchpoint.ts";
import { verdicts } from "./verdict.ts";

/**
 * The condition for what people post about the brand themselves, which can be answered or liked. Worded
 * exactly as in the partial index, because the database uses the index only for these words.
 */
export function isOfTheirOwn(type: AnyColumn): SQL {
  return sql`${type} in ('mention', 'quote', 'user-content')`;
}

/**
 * Every contact between a person and the brand. Rows are only added, except that `verdict` and `isContest`
 * may change and that erasing a person deletes rows.
 */
export const touchpoints = table(
  "touchpoints",
  {
    id: id(),
    workspaceId: text().notNull(),
    identityId: text().notNull(),
    type: choice(touchpointTypes).notNull(),
    /**
     * A network, an own channel (`shop`, `phone`, `e-mail`, `website`, `event`, `other`), or another name.
     */
    channel: text().notNull(),
    modality: choice(["digital", "physical", "hybrid"]).notNull(),
    direction: choice(["in", "out"]).notNull(),
    occurredAt: instant().notNull(),
    /** `YYYY-MM-DD` and the ISO week, in the workspace's zone. */
    localDay: text().notNull(),
    localWeek: text().notNull(),
    remoteId: text().notNull(),
    accountId: text(),
    deliveryId: text(),
    postId: text(),
    text: text(),
    /** Digest by which equal texts are found (`textDigestOf`). Null for short texts and questions. */
    textDigest: text(),
    language: text(),
    url: text(),
    replyTarget: json<ReplyTarget>(),
    stars: integer(),
    /** A note by a member of the team: an amount, an order number. */
    note: text(),
    hasImage: flag().notNull(),
    isContest: flag().notNull(),
    /** It answers what another person wrote under our post. */
    isAnswerToOther: flag().notNull().default(false),
    /** Text signals: the feeling in the text, and how sure that is (0–1). Null without a text. */
    sentiment: choice(["positive", "neutral", "negative"]),
    emotion: choice(["joy", "gratitude", "enthusiasm", "question", "disappointment", "anger"]),
    confidence: real(),
    /** A person's verdict, which outranks the text signals. */
    verdict: choice(verdicts),
    source: choice(["collected", "hand", "csv"]).notNull(),
    recordedBy: text().notNull(),
    recordedAt: instant().notNull(),
  },
  (touchpoint) => [
    uniqueIndex("touchpoints_remote").on(
      touchpoint.workspaceId,
      touchpoint.channel,
      touchpoint.remoteId,
    ),
    // In the order of a person's log, so that its next entries are found without reading the others.
    index("touchpoints_log").on(
      touchpoint.identityId,
      touchpoint.occurredAt,
      touchpoint.remoteId,
      touchpoint.channel,
    ),
    index("touchpoints_when").on(touchpoint.workspaceId, touchpoint.occurredAt),
    index("touchpoints_text")
      .on(touchpoint.textDigest, touchpoint.isContest, touchpoint.occurredAt)
      .where(isNotNull(touchpoint.textDigest)),
    index("touchpoints_post").on(touchpoint.postId).where(isNotNull(touchpoint.postId)),
    index("touchpoints_judged")
      .on(touchpoint.workspaceId, touchpoint.occurredAt)
      .where(sql`${touchpoint.verdict} is not null`),
    index("touchpoints_of_their_own")
      .on(touchpoint.workspaceId, touchpoint.occurredAt)
      .where(isOfTheirOwn(touchpoint.type)),
  ],
);

/** Append-only: likes and reposts that we gave to people's posts. */
export const appreciations = table(
  "appreciations",
  {
    id: id(),
    workspaceId: text().notNull(),
    touchpointId: text().notNull(),
    how: choice(["like", "repost"]).notNull(),
    at: instant().notNull(),
    by: text().notNull(),
  },
  (appreciation) => [
    uniqueIndex("appreciations_once").on(appreciation.touchpointId, appreciation.how),
  ],
);

/** Append-only: the networks' counts for each published part. */
export const metrics = table(
  "metrics",
  {
    id: id(),
    workspaceId: text().notNull(),
    deliveryId: text().notNull(),
    at: instant().notNull(),
    likes: integer().notNull(),
    reposts: integer().notNull(),
    replies: integer().notNull(),
    quotes: integer().notNull(),
  },
  (metric) => [index("metrics_delivery").on(metric.deliveryId, metric.at)],
);
