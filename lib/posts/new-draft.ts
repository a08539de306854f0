import type { Context } from "../kernel/context.ts";
import type { Post } from "./post.ts";

/** Returns an empty draft. */
export function newDraft(ctx: Context, timeZone: string): Omit<Post, "id"> {
  const now = ctx.clock.now();
  return {
    workspaceId: ctx.workspaceId,
    stageId: null,
    state: "draft",
    parts: [],
    language: null,
    disclosure: null,
    publishAt: null,
    timeZone,
    localDay: null,
    authorId: ctx.actor.id,
    shoutOutId: null,
    replyToTouchpointId: null,
    importKey: null,
    importId: null,
    recurrenceId: null,
    recurrenceDay: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
}
