import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { touchpointFilter, type TouchpointFilter } from "./input.ts";
import { selectTouchpoints } from "./touchpoint-list-repository.ts";
import { readCursor, writeCursor, type TouchpointPage } from "./touchpoint-list.ts";

/** Newest first, a page at a time. */
export async function listTouchpoints(
  ctx: Context,
  filter: TouchpointFilter = {},
): Promise<TouchpointPage> {
  requireRole(ctx, "viewer");
  const { limit, after, ...wanted } = touchpointFilter.parse(filter);
  const rows = await selectTouchpoints(ctx.db, ctx.workspaceId, {
    ...wanted,
    after: readCursor(after),
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1)?.touchpoint;
  return {
    touchpoints: shown.map(({ classification, ...row }) => ({
      ...row,
      classification: classification ?? undefined,
    })),
    next: rows.length > limit && last ? writeCursor(last) : undefined,
  };
}
