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

/** Which stage a touchpoint speaks for, by which rule. Derived: can be rebuilt from the log. */
export const classifications = table("classifications", {
  /** The touchpoint's id. */
  id: id(),
  workspaceId: text().notNull(),
  /** Null: no stage (a person left). */
  stageId: text(),
  rule: text().notNull(),
  strength: choice(["weak", "medium", "strong", "definitive"]).notNull(),
  advocacyWeight: real().notNull(),
  halfLifeDays: real().notNull(),
  /** Evidence of a past buyer looking around counts half, to where the loop re-enters. */
  isHalved: flag().notNull(),
});

/** Where a person seems to be. Derived: can be rebuilt from the log. */
export const beliefs = table(
  "beliefs",
  {
    /** The person's id. */
    id: id(),
    workspaceId: text().notNull(),
    /** By stage id; they add up to 1. */
    probabilities: json<Record<string, number>>().notNull(),
    primaryStageId: text(),
    secondaryStageId: text(),
    isUnsure: flag().notNull(),
    isAway: flag().notNull(),
    /** In the stage that stands for both: they look at buying, and have not bought (again). */
    isDeciding: flag().notNull().default(false),
    reasons: json<BeliefReason[]>().notNull(),
    lastTouchAt: instant().notNull(),
    /** When the person counts as away unless something happens. */
    lapsesAt: instant().notNull(),
    /** Since when a complaint of theirs is open; null where none is. */
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

/** By hand. In the very words of the index, which is only used so. */
export function isChosen(isManual: AnyColumn): SQL {
  return sql`${isManual}`;
}

export const transitions = table(
  "transitions",
  {
    id: id(),
    workspaceId: text().notNull(),
    personId: text().notNull(),
    /** Of a choice: whose it was before people were merged. */
    mergedFrom: text(),
    /** Null: first seen, or away. */
    fromStageId: text(),
    toStageId: text(),
    kind: choice(["first", "forward", "back", "skip", "exit", "re-enter", "loop"]).notNull(),
    at: instant().notNull(),
    causeTouchpointId: text(),
    confidence: real().notNull(),
    isManual: flag().notNull(),
    /** Of the person's log, counted from 1: the entry that it came with, or came before. 0 where somebody chose it. */
    entry: integer().notNull().default(0),
    quietDays: real().notNull(),
  },
  (transition) => [
    index("transitions_person").on(transition.personId, transition.at),
    index("transitions_entry").on(transition.personId, transition.isManual, transition.entry),
    index("transitions_chosen").on(transition.workspaceId).where(isChosen(transition.isManual)),
  ],
);
