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
 * How far a person's log has been read, and the state that the next entry needs. Can be rebuilt from the log.
 */
export const journeyStates = table("journey_states", {
  /** The person's id. */
  id: id(),
  workspaceId: text().notNull(),
  /** Position of the last entry read. */
  position: text().notNull(),
  /** Number of log entries up to that position. */
  entries: integer().notNull(),
  state: opaqueJson<DerivedState>().notNull(),
});

/** States at regular intervals of entries, from which reading restarts when an entry arrives late. */
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

/**
 * People whose log has entries that are not derived yet. Written in the transaction that stores the entries.
 */
export const journeysDue = table(
  "journeys_due",
  {
    /** The person's id. */
    id: id(),
    workspaceId: text().notNull(),
    /** Position of the first entry that is new or was changed. */
    since: text().notNull(),
    /** Number of new touchpoints. */
    pending: integer().notNull(),
    failures: integer().notNull(),
    nextTryAt: instant(),
  },
  (due) => [index("journeys_due_workspace").on(due.workspaceId, due.id)],
);

/** Counts of touchpoints, moves and people. Pages read all their figures about many people from here. */
export const figures = table(
  "figures",
  {
    /** Made from all columns below except `count`. */
    id: id(),
    workspaceId: text().notNull(),
    kind: choice(figureKinds).notNull(),
    /**
     * A local day or week, a UTC day for moves, or a quarter of an hour in UTC; empty for figures about now.
     */
    period: text().notNull(),
    stageId: text(),
    toStageId: text(),
    /** Null: all accounts, or no account. */
    accountId: text(),
    postId: text(),
    /** A rule, a kind of move, or where a person is now. */
    detail: text(),
    count: integer().notNull(),
  },
  (figure) => [
    index("figures_period").on(figure.workspaceId, figure.kind, figure.period),
    index("figures_post").on(figure.postId, figure.period).where(isNotNull(figure.postId)),
  ],
);

/**
 * How much a person deserves thanks, by half-life. The order by `rank` is the same at every instant, because
 * all points decay at the same rate.
 */
export const fanRanks = table(
  "fan_ranks",
  {
    /** `<person>/<half-life>`. */
    id: id(),
    workspaceId: text().notNull(),
    personId: text().notNull(),
    halfLifeDays: real().notNull(),
    /** log2 of the points since the last thank-you, converted to the beginning of 1970. */
    rank: real().notNull(),
    /** The same for all points ever; null if they are not above zero. */
    rankEver: real(),
  },
  (rank) => [
    index("fan_ranks_rank").on(rank.workspaceId, rank.halfLifeDays, rank.rank),
    index("fan_ranks_person").on(rank.personId),
  ],
);

/**
 * Progress of rebuilding a workspace's derived data, and the row that is locked while deriving. During a
 * rebuild only people already processed are kept up to date.
 */
export const rebuilds = table("rebuilds", {
  /** The workspace's id. */
  id: id(),
  workspaceId: text().notNull(),
  /** People up to this id are done. */
  after: text().notNull(),
  done: integer().notNull(),
  total: integer().notNull(),
  startedAt: instant(),
  /** Null while a rebuild is running. */
  finishedAt: instant(),
});
