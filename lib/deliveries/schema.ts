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
import type { Candidate, Json, JsonObject } from "../networks/contract/remote.ts";
import type { PartSnapshot } from "./delivery.ts";

/** One part of one post on one account. This table is also the queue. */
export const deliveries = table(
  "deliveries",
  {
    id: id(),
    workspaceId: text().notNull(),
    postId: text().notNull(),
    accountId: text().notNull(),
    network: text().notNull(),
    part: integer().notNull(),
    partCount: integer().notNull(),
    snapshot: json<PartSnapshot>().notNull(),
    bodyHash: text().notNull(),
    state: choice([
      "scheduled",
      "claimed",
      "sending",
      "unknown",
      "reconciling",
      "published",
      "failed",
      "needs_person",
      "missed",
      "stopped",
      "cancelled",
    ]).notNull(),
    /**
     * What has to happen before sending. `search_first`: may have been sent before a restore and is planned
     * for later. `restored`: was due at the restore; never sent without a person. `duplicate_reported`: the
     * network said that it has the post.
     */
    recovery: choice(["none", "search_first", "restored", "duplicate_reported"])
      .notNull()
      .default("none"),
    /** `person`: the network's rules forbid tools to send it, so somebody sends it by hand. */
    sender: choice(["engine", "person"]).notNull().default("engine"),
    /** When the engine processes the delivery next. */
    dueAt: instant().notNull(),
    /** When it was meant to be published. */
    plannedAt: instant().notNull(),
    leaseOwner: text(),
    leaseUntil: instant(),
    /** Increased by every claim. Every later write names it. */
    fence: integer().notNull(),
    /** Number of requests that may have made a post; limited. */
    attempts: integer().notNull(),
    /**
     * Consecutive tries without a result: network not reached, no answer to a question, or worker
     * interrupted. Determines the backoff.
     */
    consecutiveFailures: integer().notNull(),
    /** Number of requests that left without a readable answer. */
    ambiguousSends: integer().notNull(),
    /** How often since the last request the network was asked and did not show the post. */
    notFoundCount: integer().notNull(),
    intentAt: instant(),
    firstIntentAt: instant(),
    /** The result of `prepare`; exactly this request is sent. */
    request: json<JsonObject>(),
    remoteId: text(),
    reference: json<Json>(),
    url: text(),
    /** Network posts that may be this delivery's, for a person to pick from. */
    candidates: json<Candidate[]>(),
    /** Where a person can send it on networks that forbid tools to. */
    composerUrl: text(),
    /** Message key under `delivery.reasons`. Only for people; nothing is decided by it. */
    reason: text(),
    /** The network's own words. */
    reasonDetail: text(),
    /** The draft that received the missing content. */
    draftId: text(),
    /** When people were notified that the delivery takes long. */
    alertedAt: instant(),
    publishedAt: instant(),
    removedAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (delivery) => [
    index("deliveries_due").on(delivery.state, delivery.dueAt),
    index("deliveries_post").on(delivery.postId, delivery.accountId, delivery.part),
    index("deliveries_account").on(
      delivery.accountId,
      delivery.state,
      delivery.plannedAt,
      delivery.id,
    ),
    index("deliveries_intent").on(delivery.accountId, delivery.intentAt),
    index("deliveries_workspace").on(delivery.workspaceId, delivery.plannedAt),
    uniqueIndex("deliveries_remote").on(delivery.accountId, delivery.remoteId),
  ],
);

/** History of deliveries: tries, answers, decisions. Rows are never changed. */
export const attempts = table(
  "attempts",
  {
    id: id(),
    workspaceId: text().notNull(),
    deliveryId: text().notNull(),
    at: instant().notNull(),
    phase: choice(["claim", "prepare", "publish", "reconcile", "person"]).notNull(),
    outcome: text().notNull(),
    httpStatus: integer(),
    /** The network's own words; for a found post, its URL. */
    excerpt: text(),
    /** State of the delivery after this entry. */
    decided: text().notNull(),
    /** Message key under `delivery.reasons` for the decision. */
    why: text(),
    /** When the engine processes the delivery next; null if it does not. */
    nextAt: instant(),
  },
  (attempt) => [index("attempts_delivery").on(attempt.deliveryId, attempt.at)],
);
