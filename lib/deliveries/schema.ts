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

/** One part of one post on one account. This table is the queue. */
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
     * What has to happen before anything is sent: `search_first`, it may be out since before a restore,
     * and is planned for later; `restored`, it was due then, and is never sent by itself;
     * `duplicate_reported`, the network said that it has it.
     */
    recovery: choice(["none", "search_first", "restored", "duplicate_reported"])
      .notNull()
      .default("none"),
    /** `person`: the network's rules keep it from tools, so somebody sends it by hand. */
    sender: choice(["engine", "person"]).notNull().default("engine"),
    /** When the engine looks at it next. */
    dueAt: instant().notNull(),
    /** When it was meant to go out. */
    plannedAt: instant().notNull(),
    leaseOwner: text(),
    leaseUntil: instant(),
    /** Raised by every claim; every later write names it. */
    fence: integer().notNull(),
    /** Requests that may have made a post; capped. */
    attempts: integer().notNull(),
    /** How often in a row nothing came of it: not reached, no answer to a question, interrupted. Spaces the tries. */
    consecutiveFailures: integer().notNull(),
    /** How often a request left and no readable answer came. */
    ambiguousSends: integer().notNull(),
    /** How often since the last request the network was asked and did not show it. */
    notFoundCount: integer().notNull(),
    intentAt: instant(),
    firstIntentAt: instant(),
    /** What `prepare` made: exactly these bytes are sent. */
    request: json<JsonObject>(),
    remoteId: text(),
    reference: json<Json>(),
    url: text(),
    /** Posts found there that might be this one, for a person to pick from. */
    candidates: json<Candidate[]>(),
    /** Where a person can send it themselves, on networks that forbid a tool to. */
    composerUrl: text(),
    /** Message key under `delivery.reasons`: words for people, which decide nothing. */
    reason: text(),
    /** The network's own words. */
    reasonDetail: text(),
    /** The draft that took over what was missing. */
    draftId: text(),
    /** When people were told that it takes long, though the engine goes on by itself. */
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

/** Append-only: what was tried, what came back, what was decided. */
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
    /** What came back, in the network's own words; of what was found, its address. */
    excerpt: text(),
    /** The delivery's state from then on. */
    decided: text().notNull(),
    /** Message key under `delivery.reasons`: why that was decided. */
    why: text(),
    /** When the engine looks at it next, where it does. */
    nextAt: instant(),
  },
  (attempt) => [index("attempts_delivery").on(attempt.deliveryId, attempt.at)],
);
