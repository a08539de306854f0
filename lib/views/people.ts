import { listAccounts } from "../accounts/list-accounts.ts";
import type { Context } from "../kernel/context.ts";
import { wallClock } from "../kernel/local-time.ts";
import type { PeopleFilter } from "../people/input.ts";
import { listPeople } from "../people/list-people.ts";
import { listStages } from "../workspaces/list-stages.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { showWorkspace } from "../workspaces/show-workspace.ts";

/** Returns a page of people, and what the form for adding a touchpoint needs. */
export async function viewPeople(ctx: Context, filter: PeopleFilter) {
  requireRole(ctx, "viewer");
  const [page, stages, accounts, { timeZone }] = await Promise.all([
    listPeople(ctx, filter),
    listStages(ctx),
    listAccounts(ctx),
    showWorkspace(ctx),
  ]);
  const networks = [...new Set(accounts.map(({ network }) => network))];
  return { page, stages, networks, timeZone, now: wallClock(ctx.clock.now(), timeZone) };
}
