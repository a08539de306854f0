import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { Medium } from "./medium.ts";
import { findBytes, findMedium } from "./repository.ts";

export interface OpenedMedium extends Medium {
  readonly bytes: Buffer;
}

/** Returns an image with its stored bytes. */
export async function openMedia(
  ctx: Pick<Context, "db" | "workspaceId" | "actor">,
  mediaId: string,
): Promise<OpenedMedium> {
  requireRole(ctx, "viewer");
  const medium = await findMedium(ctx.db, ctx.workspaceId, mediaId);
  return { ...medium, bytes: await findBytes(ctx.db, medium) };
}
