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
} from "../db/columns.ts";
import type { BeliefReason } from "./belief.ts";

/**
 * The stage that each touchpoint is evidence for, and by which rule. Derived: can be rebuilt from the log.
 */
export const classifications = table("classifications", {
  /** The touchpoint's id. */
  id: id(),
  workspaceId: text().notNull(),
  /** Null if the rule puts the person in no stage: `left` or `nowhere`. */
  stageId: text(),
  rule: text().notNull(),
  strength: choice(["weak", "medium", "strong", "definitive"]).notNull(),
  advocacyWeight: real().notNull(),
  halfLifeDays: real().notNull(),
  /** Evidence of a past buyer who considers or decides again, split with the stage of re-entry. */
  isHalved: flag().notNull(),
});

/** Each person's estimated stage. Derived: can be rebuilt from the log. */
export const beliefs = table(
  "beliefs",
  {
    /** The person's id. */
    id: id(),
    workspaceId: text().notNull(),
    /** By stage id. The sum is 1. */
    probabilities: json<Record<string, number>>().notNull(),
    primaryStageId: text(),
    secondaryStageId: text(),
    isUnsure: flag().notNull(),
    isAway: flag().notNull(),
    /** In the stage that stands for deciding: the person is deciding and has not bought (again). */
    isDeciding: flag().notNull().default(false),
    reasons: json<BeliefReason[]>().notNull(),
    lastTouchAt: instant().notNull(),
    /**
     * When the state changes by itself if nothing happens: the person counts as away, or no longer as a fan.
     */
    lapsesAt: instant().notNull(),
    /** When the person's open complaint was made. Null if none is open. */
    openCaseAt: instant(),
    updatedAt: instant().notNull(),
  },
  (belief) => [
    index("beliefs_case")
      .on(belief.workspaceId, belief.openCaseAt)
      .where(isNotNull(belief.openCaseAt)),
    index("beliefs_stage").on(belief.workspaceId, belief.primaryStageId),
    index("beliefs_lapse").on(belief.isAway, belief.lapsesAt),
  ],
);

/**
 * The condition for a stage chosen by hand. Worded exactly as in the partial index, because the database uses
 * the index only for these words.
 */
export function isChosen(isManual: AnyColumn): SQL {
  return sql`${isManual}`;
}

export const transitions = table(
  "transitions",
  {
    id: id(),
    workspaceId: text().notNull(),
    personId: text().notNull(),
    /** For a choice by hand: the person to whom it belonged before a merge. Null without a merge. */
    mergedFrom: text(),
    /** Null for the first move, and for a move by which a person comes back. */
    fromStageId: text(),
    toStageId: text(),
    kind: choice(["first", "forward", "back", "skip", "exit", "re-enter", "loop"]).notNull(),
    at: instant().notNull(),
    causeTouchpointId: text(),
    confidence: real().notNull(),
    isManual: flag().notNull(),
    /**
     * Number of the entry in the person's log, from 1, that the move came with or before. 0 for a choice by
     * hand.
     */
    entry: integer().notNull().default(0),
    quietDays: real().notNull(),
  },
  (transition) => [
    index("transitions_person").on(transition.personId, transition.at),
    index("transitions_entry").on(transition.personId, transition.isManual, transition.entry),
    index("transitions_chosen").on(transition.workspaceId).where(isChosen(transition.isManual)),
  ],
);
