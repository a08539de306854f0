import type { Event } from "../events/event.ts";
import { listHistory } from "../events/repository.ts";
import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { listMentions } from "./forget-mentions.ts";
import { marksOf } from "./marks.ts";
import { listPersonalRows } from "./personal-rows-repository.ts";
import { findPerson } from "./repository.ts";
import { listTiedPosts, type PostRow } from "./tied-post-repository.ts";

export interface PersonExport {
  readonly exportedAt: string;
  /** By table: every row that is about this person. */
  readonly rows: Awaited<ReturnType<typeof listPersonalRows>>;
  /** Posts of ours that thank or answer them, with what was sent. */
  readonly posts: readonly PostRow[];
  /** By table: our other texts in which their handle or full name stands. */
  readonly mentions: Awaited<ReturnType<typeof listMentions>>;
  /** What was done with them here, newest first. */
  readonly history: readonly Event[];
}

/**
 * Everything that is stored about one person, for the person who asks for it: all that erasing them
 * finds, but for what other people wrote, which is those people's.
 */
export async function exportPerson(ctx: Context, personId: string): Promise<PersonExport> {
  requireRole(ctx, "manager");
  const { db, workspaceId } = ctx;
  const person = await findPerson(db, workspaceId, personId);
  const rows = await listPersonalRows(db, workspaceId, person.id);
  return {
    exportedAt: ctx.clock.now().toISOString(),
    rows,
    posts: await listTiedPosts(db, workspaceId, {
      touchpointIds: rows.touchpoints.map(({ id }) => id),
      shoutOutIds: rows.shoutOuts.map(({ id }) => id),
    }),
    mentions: await listMentions(db, workspaceId, marksOf(person, rows.identities)),
    history: await listHistory(db, workspaceId, person.id, Number.MAX_SAFE_INTEGER),
  };
}
