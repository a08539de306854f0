import type { Context } from "../kernel/context.ts";
import { findSomeIds } from "../search/find-ids.ts";
import { calledAs } from "../search/index-rows.ts";
import { isFoundBy, readSearch, type Search } from "../search/search-words.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { listIdentitiesById } from "./identity-repository.ts";
import { listIdentitiesOf, selectPeople, selectPeopleOf } from "./people-list-repository.ts";
import { latestFirst, says, thoseCalled, type PersonRow } from "./those-called.ts";

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
  const shown = rows.slice(0, limit).map(({ person }) => person);
  const identities = await listIdentitiesOf(
    ctx.db,
    ctx.workspaceId,
    shown.map(({ id }) => id),
  );
  return {
    people: shown.map(({ id, displayName }) => ({
      id,
      name: displayName,
      handle: identities.find(({ personId }) => personId === id)?.handle ?? "",
    })),
    hasMore: rows.length > limit,
  };
}

async function findRows(ctx: Context, asked: Search, limit: number): Promise<PersonRow[]> {
  const { db, workspaceId } = ctx;
  const list = () => findSomeIds(db, { workspaceId, kind: "identity" }, asked);
  // A single letter costs the index much, and some of the latest have it.
  const few = asked.isShort ? undefined : await list();
  if (few?.isAll) return rank(ctx, asked, few.ids, undefined);
  const seen = await selectPeople(db, workspaceId, { after: undefined, limit: latest });
  const first = await thoseCalled(ctx, seen, (called) => says(called, asked));
  if (first.length >= limit || seen.length < latest) return first;
  const { ids, isAll } = few ?? (await list());
  const some = isAll || asked.needsLook ? ids : ids.slice(0, mostRanked);
  return [...first, ...(await rank(ctx, asked, some, seen.at(-1)?.person))];
}

/** Whose these are and who is behind `after`, latest first. */
async function rank(
  { db, workspaceId }: Context,
  asked: Search,
  ids: readonly string[],
  after: PersonRow["person"] | undefined,
): Promise<PersonRow[]> {
  const meant = asked.needsLook
    ? (await listIdentitiesById(db, workspaceId, ids))
        .filter((one) => isFoundBy(calledAs(one), asked))
        .map(({ id }) => id)
    : ids;
  return (await selectPeopleOf(db, workspaceId, meant, { after })).toSorted(latestFirst);
}
