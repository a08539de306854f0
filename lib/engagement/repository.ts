import { and, desc, eq, exists, gte, inArray, isNotNull, sql } from "drizzle-orm";

import { bulkInsertNew } from "../db/bulk-write.ts";
import { bulkPlaceholder, encodeIds, encodeRows, isAmong } from "../db/bulk.ts";
import { cachedStatement } from "../db/statement-cache.ts";
import type { Db, Tx } from "../db/store.ts";
import { deliveries } from "../deliveries/schema.ts";
import { NotFound } from "../kernel/errors.ts";
import { touchpoints } from "./schema.ts";
import type { Touchpoint } from "./touchpoint.ts";
import type { Verdict } from "./verdict.ts";

/**
 * Inserts touchpoints that are not known yet and returns them in the order given. Known ones stay unchanged.
 */
export const insertNewTouchpoints = bulkInsertNew(touchpoints);

export async function findTouchpoint(db: Db, workspaceId: string, id: string): Promise<Touchpoint> {
  const [touchpoint] = await db
    .select()
    .from(touchpoints)
    .where(and(eq(touchpoints.workspaceId, workspaceId), eq(touchpoints.id, id)));
  if (!touchpoint) throw new NotFound("touchpoint", id);
  return touchpoint;
}

/** Returns those of these remote ids that are known on the channel. */
export async function listKnownRemoteIds(
  db: Db,
  workspaceId: string,
  channel: string,
  remoteIds: readonly string[],
): Promise<Set<string>> {
  if (remoteIds.length === 0) return new Set();
  const ids = encodeIds(remoteIds);
  const rows = await knownRemoteIds(db).execute({ workspaceId, channel, remoteIds: ids });
  return new Set(rows.map(({ remoteId }) => remoteId));
}

const knownRemoteIds = cachedStatement((db) =>
  db
    .select({ remoteId: touchpoints.remoteId })
    .from(touchpoints)
    .where(
      and(
        eq(touchpoints.workspaceId, sql.placeholder("workspaceId")),
        eq(touchpoints.channel, sql.placeholder("channel")),
        isAmong(touchpoints.remoteId, "remoteIds"),
      ),
    )
    .prepare("known_remote_ids"),
);

/** Returns the account's deliveries by the network's id for them: what a reaction is about. */
export async function listAnswered(
  db: Db,
  { workspaceId, accountId }: { workspaceId: string; accountId: string },
  remoteIds: readonly string[],
): Promise<Map<string, { deliveryId: string; postId: string }>> {
  if (remoteIds.length === 0) return new Map();
  const rows = await db
    .select({ remoteId: deliveries.remoteId, deliveryId: deliveries.id, postId: deliveries.postId })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.accountId, accountId),
        inArray(deliveries.remoteId, [...remoteIds]),
      ),
    );
  return new Map(rows.map(({ remoteId, ...answered }) => [remoteId ?? "", answered]));
}

/**
 * Returns those digests whose text was marked as contest since then. One index lookup for each digest,
 * however often the text was written.
 */
export async function listChains(
  db: Db,
  workspaceId: string,
  digests: readonly string[],
  since: Date,
): Promise<string[]> {
  if (digests.length === 0) return [];
  const given = encodeRows(
    digestColumns,
    digests.map((digest) => ({ digest })),
  );
  const rows = await chains(db).execute({ workspaceId, since, given_texts: given });
  return rows.map(({ digest }) => digest);
}

const sinceGiven = sql.param(sql.placeholder("since"), touchpoints.occurredAt);

const digestColumns = { digest: touchpoints.textDigest };

const chains = cachedStatement((db) => {
  const given = bulkPlaceholder("given_texts", digestColumns);
  const same = and(
    eq(touchpoints.textDigest, given.column.digest),
    eq(touchpoints.workspaceId, sql.placeholder("workspaceId")),
    eq(touchpoints.isContest, true),
    gte(touchpoints.occurredAt, sinceGiven),
  );
  return db
    .select({ digest: sql<string>`${given.column.digest}` })
    .from(given.table)
    .where(exists(db.select({ id: touchpoints.id }).from(touchpoints).where(same)))
    .prepare("chains");
});

/** Returns who wrote exactly these texts since then, without touchpoints marked as contest. */
export async function listSameWords(
  db: Db,
  workspaceId: string,
  digests: readonly string[],
  since: Date,
): Promise<{ digest: string | null; identityId: string }[]> {
  if (digests.length === 0) return [];
  return sameWords(db).execute({ workspaceId, since, digests: encodeIds(digests) });
}

const sameWords = cachedStatement((db) =>
  db
    .selectDistinct({ digest: touchpoints.textDigest, identityId: touchpoints.identityId })
    .from(touchpoints)
    .where(
      and(
        isAmong(touchpoints.textDigest, "digests"),
        eq(touchpoints.isContest, false),
        gte(touchpoints.occurredAt, sinceGiven),
        eq(touchpoints.workspaceId, sql.placeholder("workspaceId")),
      ),
    )
    .prepare("same_words"),
);

/**
 * Marks all touchpoints with these texts since then as contest, the first people's included. Returns the
 * touchpoints that changed.
 */
export async function markAsContest(
  tx: Tx,
  workspaceId: string,
  digests: readonly string[],
  since: Date,
) {
  if (digests.length === 0) return [];
  return tx
    .update(touchpoints)
    .set({ isContest: true })
    .where(isSaidSince(workspaceId, digests, since))
    .returning({
      identityId: touchpoints.identityId,
      occurredAt: touchpoints.occurredAt,
      remoteId: touchpoints.remoteId,
      channel: touchpoints.channel,
    });
}

function isSaidSince(workspaceId: string, digests: readonly string[], since: Date) {
  return and(
    inArray(touchpoints.textDigest, [...digests]),
    eq(touchpoints.isContest, false),
    gte(touchpoints.occurredAt, since),
    eq(touchpoints.workspaceId, workspaceId),
  );
}

export async function saveVerdict(
  tx: Tx,
  workspaceId: string,
  id: string,
  verdict: Verdict,
): Promise<void> {
  await tx
    .update(touchpoints)
    .set({ verdict })
    .where(and(eq(touchpoints.workspaceId, workspaceId), eq(touchpoints.id, id)));
}

/** Returns texts that a member of the team judged, latest touchpoint first. */
export async function listCorrected(db: Db, workspaceId: string, limit: number) {
  return db
    .select({
      id: touchpoints.id,
      text: touchpoints.text,
      sentiment: touchpoints.sentiment,
      verdict: touchpoints.verdict,
    })
    .from(touchpoints)
    .where(
      and(
        eq(touchpoints.workspaceId, workspaceId),
        isNotNull(touchpoints.verdict),
        isNotNull(touchpoints.text),
      ),
    )
    .orderBy(desc(touchpoints.occurredAt), desc(touchpoints.id))
    .limit(limit);
}
