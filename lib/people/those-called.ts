import type { Context } from "../kernel/context.ts";
import { foldText } from "../kernel/fold-text.ts";
import { calledAs } from "../search/index-rows.ts";
import { hasTerms, hasWords, type Search } from "../search/search-words.ts";
import { listIdentitiesOf, type selectPeople } from "./people-list-repository.ts";
import type { PeopleCursor } from "./people-list.ts";

type PersonRow = Awaited<ReturnType<typeof selectPeople>>[number];

/** Returns those of these people with an identity whose name matches. */
export async function thoseCalled(
  { db, workspaceId }: Pick<Context, "db" | "workspaceId">,
  page: readonly PersonRow[],
  isMeant: (called: string) => boolean,
): Promise<PersonRow[]> {
  const ids = page.map(({ person }) => person.id);
  const all = await listIdentitiesOf(db, workspaceId, ids);
  const called = all.filter((identity) => isMeant(calledAs(identity)));
  const personIds = new Set(called.map(({ personId }) => personId));
  return page.filter(({ person }) => personIds.has(person.id));
}

/** Whether the search matches a name, as the index would. */
export function says(called: string, search: Search): boolean {
  const folded = foldText(called);
  return hasWords(folded, search) && (!search.needsLook || hasTerms(folded, search));
}

export function latestFirst(one: PeopleCursor, other: PeopleCursor): number {
  const later = other.lastSeenAt.getTime() - one.lastSeenAt.getTime();
  return later || (one.id < other.id ? 1 : -1);
}
