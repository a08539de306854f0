import { isNotNull } from "drizzle-orm";

import {
  choice,
  id,
  index,
  instant,
  integer,
  opaqueJson,
  real,
  table,
  text,
} from "../db/columns.ts";
import { figureKinds } from "./figure.ts";
import type { DerivedState } from "./state.ts";

/**
 * How far a person's log has been read, and what the next touchpoint needs of everything before it.
 * Derived: can be rebuilt from the log.
 */
export const journeyStates = table("journey_states", {
  /** The person's id. */
  id: id(),
  workspaceId: text().notNull(),
  /** Of the last entry read. */
  position: text().notNull(),
  /** Entries of the log up to there. */
  entries: integer().notNull(),
  state: opaqueJson<DerivedState>().notNull(),
});

/** The state after every so many entries: where reading begins anew when one comes late. */
export const journeyCheckpoints = table(
  "journey_checkpoints",
  {
    /** `<person>/<entries>`. */
    id: id(),
    workspaceId: text().notNull(),
    personId: text().notNull(),
    position: text().notNull(),
    entries: integer().notNull(),
    state: opaqueJson<DerivedState>().notNull(),
  },
  (checkpoint) => [
    index("journey_checkpoints_person").on(checkpoint.personId, checkpoint.entries),
    index("journey_checkpoints_workspace").on(checkpoint.workspaceId),
  ],
);

/** Whose log has something that is not derived yet: written with what is new, in its own transaction. */
export const journeysDue = table(
  "journeys_due",
  {
    /** The person's id. */
    id: id(),
    workspaceId: text().notNull(),
    /** Position of the first entry that is new or was changed. */
    since: text().notNull(),
    /** New touchpoints. */
    pending: integer().notNull(),
    failures: integer().notNull(),
    nextTryAt: instant(),
  },
  (due) => [index("journeys_due_workspace").on(due.workspaceId, due.id)],
);

/** Counts of what people did and where they are: all that screens show of many people. */
export const figures = table(
  "figures",
  {
    /** Made from everything below but the count. */
    id: id(),
    workspaceId: text().notNull(),
    kind: choice(figureKinds).notNull(),
    /** A local day or week, or a quarter of an hour in UTC; empty where it is about now. */
    period: text().notNull(),
    stageId: text(),
    toStageId: text(),
    /** Null: all accounts. */
    accountId: text(),
    postId: text(),
    /** A rule, or a kind of move. */
    detail: text(),
    count: integer().notNull(),
  },
  (figure) => [
    index("figures_period").on(figure.workspaceId, figure.kind, figure.period),
    index("figures_post").on(figure.postId, figure.period).where(isNotNull(figure.postId)),
  ],
);

/** How worthy of thanks somebody is, by half-life: ordered by `rank` at every instant, because all fade alike. */
export const fanRanks = table(
  "fan_ranks",
  {
    /** `<person>/<half-life>`. */
    id: id(),
    workspaceId: text().notNull(),
    personId: text().notNull(),
    halfLifeDays: real().notNull(),
    /** log2 of the points since the last thank-you, had they been counted at the beginning of 1970. */
    rank: real().notNull(),
    /** The same of all points ever; null where they are not above zero. */
    rankEver: real(),
  },
  (rank) => [
    index("fan_ranks_rank").on(rank.workspaceId, rank.halfLifeDays, rank.rank),
    index("fan_ranks_person").on(rank.personId),
  ],
);

/**
 * How far everything of a workspace has been derived anew; also what is locked while somebody derives.
 * While it is under way, only those who had their turn are kept up to date.
 */
export const rebuilds = table("rebuilds", {
  /** The workspace's id. */
  id: id(),
  workspaceId: text().notNull(),
  /** Everybody up to this person is done. */
  after: text().notNull(),
  done: integer().notNull(),
  total: integer().notNull(),
  startedAt: instant(),
  /** Null while it is under way. */
  finishedAt: instant(),
});
