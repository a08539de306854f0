import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { listPersonalRows } from "./personal-rows-repository.ts";
import { findPerson } from "./repository.ts";

export interface PersonExport {
  readonly exportedAt: string;
  /** By table: every row that is about this person. */
  readonly rows: Awaited<ReturnType<typeof listPersonalRows>>;
}

/** Everything that is stored about one person, for the person who asks for it. */
export async function exportPerson(ctx: Context, personId: string): Promise<PersonExport> {
  requireRole(ctx, "manager");
  const person = await findPerson(ctx.db, ctx.workspaceId, personId);
  return {
    exportedAt: ctx.clock.now().toISOString(),
    rows: await listPersonalRows(ctx.db, ctx.workspaceId, person.id),
  };
}
