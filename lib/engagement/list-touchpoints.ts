import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { touchpointFilter, type TouchpointFilter } from "./input.ts";
import { selectTouchpoints } from "./touchpoint-list-repository.ts";
import {
  readCursor,
  writeCursor,
  type TouchpointInList,
  type TouchpointPage,
} from "./touchpoint-list.ts";

/** Returns one touchpoint with its person. Undefined if it is gone or belongs to another workspace. */
export async function showTouchpoint(
  ctx: Context,
  id: string,
): Promise<TouchpointInList | undefined> {
  requireRole(ctx, "viewer");
  const wanted = { id, after: undefined, limit: 1 };
  const [row] = await selectTouchpoints(ctx.db, ctx.workspaceId, wanted);
  return row && inList(row);
}

function inList({
  classification,
  post,
  ...row
}: Awaited<ReturnType<typeof selectTouchpoints>>[number]): TouchpointInList {
  return {
    ...row,
    post: post ? { id: post.id, text: post.parts[0]?.text ?? "" } : undefined,
    classification: classification ?? undefined,
  };
}

/** Returns one page of touchpoints, newest first. */
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
    touchpoints: shown.map(inList),
    next: rows.length > limit && last ? writeCursor(last) : undefined,
  };
}
