import { and, desc, eq, notExists, sql } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import { deliveries } from "../deliveries/schema.ts";
import { NotFound } from "../kernel/errors.ts";
import { postVersions, posts, recurrences } from "../posts/schema.ts";
import type { Medium } from "./medium.ts";
import { media, mediaBytes, mediaPieces } from "./schema.ts";

export async function listMediaOf(db: Db, workspaceId: string, limit: number): Promise<Medium[]> {
  return db
    .select()
    .from(media)
    .where(eq(media.workspaceId, workspaceId))
    .orderBy(desc(media.createdAt), desc(media.id))
    .limit(limit);
}

export async function findMedium(db: Db, workspaceId: string, id: string): Promise<Medium> {
  const [medium] = await db
    .select()
    .from(media)
    .where(and(eq(media.workspaceId, workspaceId), eq(media.id, id)));
  if (!medium) throw new NotFound("image", id);
  return medium;
}

export async function findMediumByDigest(
  db: Db,
  workspaceId: string,
  digest: string,
): Promise<Medium | undefined> {
  const [medium] = await db
    .select()
    .from(media)
    .where(and(eq(media.workspaceId, workspaceId), eq(media.sha256, digest)));
  return medium;
}

export async function findBytes(db: Db, medium: Medium): Promise<Buffer> {
  const [row] = await db
    .select({ content: mediaBytes.content })
    .from(mediaBytes)
    .where(eq(mediaBytes.id, bytesId(medium)));
  if (!row) throw new NotFound("image", medium.id);
  return row.content;
}

export async function insertMedium(tx: Tx, medium: Medium, content: Buffer): Promise<void> {
  await tx.insert(media).values(medium);
  await tx
    .insert(mediaBytes)
    .values({ id: bytesId(medium), workspaceId: medium.workspaceId, content })
    .onConflictDoNothing();
}

/** Deletes a medium. Its bytes stay if another row, from an upload at the same moment, refers to them. */
export async function deleteMediumRows(tx: Tx, medium: Medium): Promise<void> {
  const { workspaceId, id, sha256 } = medium;
  await tx.delete(media).where(and(eq(media.workspaceId, workspaceId), eq(media.id, id)));
  const others = tx
    .select({ id: media.id })
    .from(media)
    .where(and(eq(media.workspaceId, workspaceId), eq(media.sha256, sha256)));
  await tx.delete(mediaBytes).where(and(eq(mediaBytes.id, bytesId(medium)), notExists(others)));
  await tx
    .delete(mediaPieces)
    .where(and(eq(mediaPieces.workspaceId, workspaceId), eq(mediaPieces.mediaId, id)));
}

/** Counts the posts (in any state), post versions, recurrences and delivery snapshots that use a medium. */
export async function countUses(db: Db, workspaceId: string, id: string): Promise<number> {
  const named = (column: unknown) => sql`cast(${column} as text) like ${`%"${id}"%`}`;
  const counts = [
    await db.$count(posts, and(eq(posts.workspaceId, workspaceId), named(posts.parts))),
    await db.$count(
      postVersions,
      and(eq(postVersions.workspaceId, workspaceId), named(postVersions.parts)),
    ),
    await db.$count(
      recurrences,
      and(eq(recurrences.workspaceId, workspaceId), named(recurrences.words)),
    ),
    await db.$count(
      deliveries,
      and(eq(deliveries.workspaceId, workspaceId), named(deliveries.snapshot)),
    ),
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}

function bytesId({ workspaceId, sha256 }: Pick<Medium, "workspaceId" | "sha256">): string {
  return `${workspaceId}/${sha256}`;
}
