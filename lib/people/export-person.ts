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
  /** Rows about this person, by table. */
  readonly rows: Awaited<ReturnType<typeof listPersonalRows>>;
  /** Our posts that thank or answer the person, with their deliveries. */
  readonly posts: readonly PostRow[];
  /** Other texts of ours that contain the person's handle or full name, by table. */
  readonly mentions: Awaited<ReturnType<typeof listMentions>>;
  /** Events about the person, newest first. */
  readonly history: readonly Event[];
}

/**
 * Returns everything stored about a person, to be given to that person: everything that erasing would find,
 * except other people's texts.
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
