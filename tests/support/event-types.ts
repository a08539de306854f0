import { listHistory } from "#lib/events/repository";
import type { Context } from "#lib/kernel/context";

/** What is on record about a thing, newest first. */
export async function eventTypesOf(ctx: Context, subjectId = ""): Promise<string[]> {
  return (await listHistory(ctx.db, ctx.workspaceId, subjectId)).map(({ type }) => type);
}
