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
  /** There are more than were asked for. */
  readonly hasMore: boolean;
}

/** Of what very many are called some are likely among the latest. */
const latest = 50;
/** The same of a single letter, which the index finds slowest. */
const latestOfLetter = 150;
/** Of very many others that have the words, so many are ranked. */
const mostRanked = 200;

/**
 * The first few people who are called so, latest first. Where very many are, the latest of all come first and
 * then some of the others: it never takes longer than a list of a thousand. The whole list is `listPeople`.
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
  // A single letter costs the index much, and some of the latest have it.
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

/** Whose these are, latest first. */
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
