import {
  bytes,
  id,
  index,
  instant,
  integer,
  opaqueJson,
  primaryKey,
  table,
  text,
} from "../db/columns.ts";
import type { VideoFacts } from "../networks/contract/video.ts";

/** Uploaded images and videos. An image's bytes are stored once per workspace, under their digest. */
export const media = table(
  "media",
  {
    id: id(),
    workspaceId: text().notNull(),
    sha256: text().notNull(),
    type: text().notNull(),
    byteLength: integer().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    fileName: text().notNull(),
    /** Null for an image. */
    video: opaqueJson<VideoFacts>(),
    uploadedBy: text().notNull(),
    createdAt: instant().notNull(),
  },
  (medium) => [index("media_workspace").on(medium.workspaceId, medium.createdAt)],
);

/**
 * Bytes of images. They are in the database and not in files, so that one backup holds everything and every
 * worker can read them.
 */
export const mediaBytes = table("media_bytes", {
  /** `<workspaceId>/<sha256>`. */
  id: id(),
  workspaceId: text().notNull(),
  content: bytes().notNull(),
});

/**
 * Video files in pieces, so that no process holds a whole file in memory. A piece never changes once written.
 * Pieces without a row in `media` belong to an unfinished upload.
 */
export const mediaPieces = table(
  "media_pieces",
  {
    workspaceId: text().notNull(),
    mediaId: text().notNull(),
    /** Position of the piece, from 0. */
    place: integer().notNull(),
    storedAt: instant().notNull(),
    content: bytes().notNull(),
  },
  (piece) => [primaryKey({ columns: [piece.workspaceId, piece.mediaId, piece.place] })],
);
