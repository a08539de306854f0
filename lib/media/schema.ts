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

/** One upload. The bytes are stored once a workspace, under their digest. */
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
    /** Null: it is an image. */
    video: opaqueJson<VideoFacts>(),
    uploadedBy: text().notNull(),
    createdAt: instant().notNull(),
  },
  (medium) => [index("media_workspace").on(medium.workspaceId, medium.createdAt)],
);

/** In the database and not in a folder: one file to back up, and every worker of a scale-out sees it. */
export const mediaBytes = table("media_bytes", {
  /** `<workspaceId>/<sha256>`. */
  id: id(),
  workspaceId: text().notNull(),
  content: bytes().notNull(),
});

/**
 * The file of a video, piece by piece, so that nobody ever holds it whole. A piece is written once and
 * never changed; pieces without a row in `media` are of an upload that is under way, or was given up.
 */
export const mediaPieces = table(
  "media_pieces",
  {
    workspaceId: text().notNull(),
    mediaId: text().notNull(),
    /** From nought. */
    place: integer().notNull(),
    storedAt: instant().notNull(),
    content: bytes().notNull(),
  },
  (piece) => [primaryKey({ columns: [piece.workspaceId, piece.mediaId, piece.place] })],
);
