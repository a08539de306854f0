import { z } from "zod";

/** Without `ids`, all notifications are marked as read. */
export const markReadInput = z.object({
  ids: z.array(z.string().max(64)).max(500).optional(),
});

export type MarkReadInput = z.output<typeof markReadInput>;
