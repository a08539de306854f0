import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { peopleFilter, type PeopleFilter } from "./input.ts";
import { countTouchpoints, listIdentitiesOf, selectPeople } from "./people-list-repository.ts";
import { readCursor, writeCursor, type PeoplePage } from "./people-list.ts";

/** Whoever was about most recently comes first. */
export async function listPeople(ctx: Context, filter: PeopleFilter = {}): Promise<PeoplePage> {
  requireRole(ctx, "viewer");
  const { limit, after, ...wanted } = peopleFilter.parse(filter);
  const rows = await selectPeople(ctx.db, ctx.workspaceId, {
    ...wanted,
    after: readCursor(after),
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const ids = shown.map(({ person }) => person.id);
  const identities = await listIdentitiesOf(ctx.db, ctx.workspaceId, ids);
  const counts = await countTouchpoints(ctx.db, ctx.workspaceId, ids);
  const last = shown.at(-1)?.person;
  return {
    people: shown.map(({ person, belief }) => ({
      person,
      identities: identities.filter((identity) => identity.personId === person.id),
      primaryStageId: belief?.primaryStageId ?? null,
      secondaryStageId: belief?.secondaryStageId ?? null,
      isUnsure: belief?.isUnsure ?? true,
      isAway: belief?.isAway ?? false,
      touchpointCount: counts.get(person.id) ?? 0,
    })),
    next: rows.length > limit && last ? writeCursor(last) : undefined,
  };
}
