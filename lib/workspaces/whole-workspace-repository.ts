import { and, count, eq, inArray, isNull, like, ne } from "drizzle-orm";

import { accounts, networkMemory, signIns } from "../accounts/schema.ts";
import { moments, recognitions, shoutOuts, trials } from "../advocacy/schema.ts";
import type { Db, Tx } from "../db/store.ts";
import { unindexWorkspace } from "../db/text-index.ts";
import { attempts, deliveries } from "../deliveries/schema.ts";
import { appreciations, metrics, touchpoints } from "../engagement/schema.ts";
import { events } from "../events/schema.ts";
import { jobs } from "../jobs/schema.ts";
import { beliefs, classifications, transitions } from "../journey/schema.ts";
import { media, mediaBytes, mediaPieces } from "../media/schema.ts";
import { networksOwnRows } from "../networks/registry.ts";
import { notifications } from "../notifications/schema.ts";
import {
  consents,
  erasures,
  identities,
  identityKeys,
  mergeVetoes,
  persons,
} from "../people/schema.ts";
import { posts, postVersions, recurrences } from "../posts/schema.ts";
import {
  fanRanks,
  figures,
  journeyCheckpoints,
  journeysDue,
  journeyStates,
  rebuilds,
} from "../projections/schema.ts";
import { sendingStops } from "../publisher/schema.ts";
import { spendings } from "../spending/schema.ts";
import { invitations, memberships, sessions, stages, users, workspaces } from "./schema.ts";

/** All tables with a workspace id; a test compares this list with the database. */
const tables = [
  accounts,
  appreciations,
  attempts,
  beliefs,
  classifications,
  consents,
  deliveries,
  erasures,
  events,
  fanRanks,
  figures,
  identities,
  identityKeys,
  invitations,
  jobs,
  journeyCheckpoints,
  journeyStates,
  journeysDue,
  media,
  mediaBytes,
  mediaPieces,
  memberships,
  mergeVetoes,
  metrics,
  moments,
  notifications,
  persons,
  postVersions,
  posts,
  rebuilds,
  recognitions,
  recurrences,
  shoutOuts,
  signIns,
  spendings,
  stages,
  touchpoints,
  transitions,
  trials,
] as const;

/**
 * Deletes the workspace with all its data, and the users who are in no other workspace, except `keptUserId`.
 */
export async function deleteWholeWorkspace(
  tx: Tx,
  workspaceId: string,
  keptUserId: string,
): Promise<void> {
  const members = await tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.workspaceId, workspaceId), ne(memberships.userId, keptUserId)));
  for (const rows of networksOwnRows) await rows.deleteOfWorkspace(tx, workspaceId);
  for (const table of tables) await tx.delete(table).where(eq(table.workspaceId, workspaceId));
  await unindexWorkspace(tx, workspaceId);
  await tx.delete(sendingStops).where(eq(sendingStops.id, workspaceId));
  // Answers that the workspace gave when connecting accounts are stored under its id.
  await tx.delete(networkMemory).where(like(networkMemory.key, `%/${workspaceId}`));
  await tx.delete(workspaces).where(eq(workspaces.id, workspaceId));
  await deleteUsersWithoutWorkspace(
    tx,
    members.map(({ userId }) => userId),
  );
}

/** Counts deliveries in flight, whose outcome is not known yet. */
export async function countOnTheirWay(db: Db, workspaceId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        inArray(deliveries.state, ["claimed", "sending", "reconciling"]),
      ),
    );
  return row?.count ?? 0;
}

async function deleteUsersWithoutWorkspace(tx: Tx, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return;
  const alone = await tx
    .select({ id: users.id })
    .from(users)
    .leftJoin(memberships, eq(memberships.userId, users.id))
    .where(and(inArray(users.id, [...userIds]), isNull(memberships.id)));
  const ids = alone.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.delete(sessions).where(inArray(sessions.userId, ids));
  await tx.delete(users).where(inArray(users.id, ids));
}
