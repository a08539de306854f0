import type { Context } from "../kernel/context.ts";
import { findSomeIds } from "../search/find-ids.ts";
import { calledAs } from "../search/index-rows.ts";
import { isFoundBy, readSearch, type Search } from "../search/search-words.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { listCalled } from "./called-repository.ts";
import { listIdentitiesOf, selectPeople } from "./people-list-repository.ts";
import type { PeopleCursor } from "./people-list.ts";
import { latestFirst, says, thoseCalled } from "./those-called.ts";

export interface FoundPeople {
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly handle: string;
  }[];
  /** Whether there are more than `limit`. */
  readonly hasMore: boolean;
}

/** Number of latest people to read first: if very many match, some of these probably do. */
const latest = 50;
/** The same for a single letter, for which the index is slowest. */
const latestOfLetter = 150;
/** Maximum number of other matches to sort if there are very many. */
const mostRanked = 200;

/**
 * Returns the first people with a matching name or handle, latest first. If very many match, returns matches
 * among the latest people, then some others, so that the time is bounded. The full list is `listPeople`.
 */
export async function findPeople(
  ctx: Context,
  { search, limit }: { search: string; limit: number },
): Promise<FoundPeople> {
  requireRole(ctx, "viewer");
  const asked = readSearch(search);
  if (asked.words.length === 0) return { people: [], hasMore: false };
  const rows = await findRows(ctx, asked, limit + 1);
  const shown = rows.slice(0, limit);
  const identities = await listIdentitiesOf(
    ctx.db,
    ctx.workspaceId,
    shown.map(({ id }) => id),
  );
  return {
    people: shown.map(({ id, name }) => ({
      id,
      name,
      handle: identities.find(({ personId }) => personId === id)?.handle ?? "",
    })),
    hasMore: rows.length > limit,
  };
}

interface FoundPerson extends PeopleCursor {
  readonly name: string;
}

async function findRows(ctx: Context, asked: Search, limit: number): Promise<FoundPerson[]> {
  const { db, workspaceId } = ctx;
  const list = () => findSomeIds(db, { workspaceId, kind: "identity" }, asked);
  // The index is slow for single letters, and some of the latest people will match.
  const few = asked.isShort ? undefined : await list();
  if (few?.isAll) return rank(ctx, asked, few.ids);
  const lookedAt = asked.isShort ? latestOfLetter : latest;
  const seen = await selectPeople(db, workspaceId, { after: undefined, limit: lookedAt });
  const having = await thoseCalled(ctx, seen, (called) => says(called, asked));
  const first = having.map(({ person }) => ({ ...person, name: person.displayName }));
  if (first.length >= limit || seen.length < lookedAt) return first;
  const { ids, isAll } = few ?? (await list());
  const some = isAll || asked.needsLook ? ids : ids.slice(0, mostRanked);
  const known = new Set(seen.map(({ person }) => person.id));
  const others = await rank(ctx, asked, some);
  return [...first, ...others.filter(({ id }) => !known.has(id))];
}

/** Returns the people of these identities, latest first. */
async function rank(
  { db, workspaceId }: Context,
  asked: Search,
  identityIds: readonly string[],
): Promise<FoundPerson[]> {
  const all = await listCalled(db, workspaceId, identityIds);
  const meant = asked.needsLook ? all.filter((one) => isFoundBy(calledAs(one), asked)) : all;
  const people = new Map(
    meant.map(({ personId: id, personName: name, lastSeenAt }) => [id, { id, name, lastSeenAt }]),
  );
  return [...people.values()].toSorted(latestFirst);
}
