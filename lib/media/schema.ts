import { bytes, id, index, instant, integer, table, text } from "../db/columns.ts";

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
