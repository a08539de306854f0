import { and, count, eq, gt, gte, isNotNull, isNull, lt, lte, max, sql } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import { NotFound } from "../kernel/errors.ts";
import type { VideoFacts } from "../networks/contract/video.ts";
import type { Medium } from "./medium.ts";
import { media, mediaPieces } from "./schema.ts";

interface PieceAt {
  readonly workspaceId: string;
  readonly mediaId: string;
  readonly place: number;
}

/** Stores a piece; one that is already stored is left unchanged. */
export async function insertPiece(
  tx: Tx,
  piece: PieceAt & { readonly storedAt: Date; readonly content: Buffer },
): Promise<void> {
  await tx.insert(mediaPieces).values(piece).onConflictDoNothing();
}

export async function findPiece(db: Db, at: PieceAt): Promise<Buffer> {
  const [row] = await db
    .select({ content: mediaPieces.content })
    .from(mediaPieces)
    .where(and(ofMedium(at), eq(mediaPieces.place, at.place)));
  if (!row) throw new NotFound("video", at.mediaId);
  return row.content;
}

export async function countPieces(
  db: Db,
  at: Omit<PieceAt, "place">,
  until: number,
): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(mediaPieces)
    .where(and(ofMedium(at), gte(mediaPieces.place, 0), lt(mediaPieces.place, until)));
  return row?.count ?? 0;
}

export async function deletePieces(tx: Tx, at: Omit<PieceAt, "place">): Promise<void> {
  await tx.delete(mediaPieces).where(ofMedium(at));
}

export async function insertVideo(tx: Tx, medium: Medium): Promise<void> {
  await tx.insert(media).values(medium);
}

/** Returns the properties by id, for those ids that are videos of the workspace. */
export async function listVideoFacts(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, VideoFacts>> {
  const facts = new Map<string, VideoFacts>();
  for (const id of new Set(ids)) {
    const [row] = await db
      .select({ video: media.video })
      .from(media)
      .where(and(eq(media.workspaceId, workspaceId), eq(media.id, id)));
    if (row?.video) facts.set(id, row.video);
  }
  return facts;
}

/**
 * Lists videos of all workspaces created up to `before`, in order of id, at most 200 after the id `after`.
 */
export async function listVideosBefore(db: Db, before: Date, after: string): Promise<Medium[]> {
  return db
    .select()
    .from(media)
    .where(and(isNotNull(media.video), lte(media.createdAt, before), gt(media.id, after)))
    .orderBy(media.id)
    .limit(200);
}

/** Lists unfinished uploads whose last piece was stored before `before`, at most 500. */
export async function listGivenUp(db: Db, before: Date): Promise<Omit<PieceAt, "place">[]> {
  const lastAt = max(mediaPieces.storedAt);
  return db
    .select({ workspaceId: mediaPieces.workspaceId, mediaId: mediaPieces.mediaId })
    .from(mediaPieces)
    .leftJoin(
      media,
      and(eq(media.workspaceId, mediaPieces.workspaceId), eq(media.id, mediaPieces.mediaId)),
    )
    .where(isNull(media.id))
    .groupBy(mediaPieces.workspaceId, mediaPieces.mediaId)
    .having(lt(lastAt, sql.param(before, mediaPieces.storedAt)))
    .limit(500);
}

function ofMedium({ workspaceId, mediaId }: Omit<PieceAt, "place">) {
  return and(eq(mediaPieces.workspaceId, workspaceId), eq(mediaPieces.mediaId, mediaId));
}
