import { z } from "zod";

import { recordAll } from "../events/record-all.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { deleteImported, lockImported } from "../posts/imported-posts.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { deleteDeliveries, lockOfPosts } from "./repository.ts";

export const undoImportInput = z.object({ importId: z.string().min(1).max(64) });

export interface UndoneImport {
  readonly deletedCount: number;
  /** Number of posts that stay because they were changed, or their delivery began. */
  readonly keptCount: number;
}

/** Deletes the posts of an import, except those that were changed since or may be published. */
export async function undoImport(
  ctx: Context,
  { importId }: z.output<typeof undoImportInput>,
): Promise<Result<UndoneImport, "import-unknown">> {
  requireRole(ctx, "editor");
  return ctx.transact(async (tx) => {
    const { workspaceId } = ctx;
    const posts = await lockImported(tx, workspaceId, importId);
    if (posts.length === 0) return refused("import-unknown");
    const ids = posts.map(({ id }) => id);
    const deliveries = await lockOfPosts(tx, workspaceId, ids);
    const begun = new Set(
      deliveries
        .filter(({ fence, state }) => fence > 0 || state !== "scheduled")
        .map(({ postId }) => postId),
    );
    const untouched = posts.filter(({ id, version }) => version === 1 && !begun.has(id));
    const gone = new Set(untouched.map(({ id }) => id));
    const withdrawn = deliveries.filter(({ postId }) => gone.has(postId));
    await deleteDeliveries(
      tx,
      workspaceId,
      withdrawn.map(({ id }) => id),
    );
    await deleteImported(tx, workspaceId, [...gone], ctx.clock.now());
    const deleted = untouched.map(({ id, parts }) => ({
      ctx,
      subjectId: id,
      detail: { text: parts[0]?.text ?? "" },
    }));
    await recordAll(tx, "post.deleted", deleted);
    return ok({ deletedCount: gone.size, keptCount: posts.length - gone.size });
  });
}
