import type { Context } from "../kernel/context.ts";
import { mostLookedAt } from "../search/find-ids.ts";
import { isFoundBy, readSearch, type Search } from "../search/search-words.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { peopleFilter, type PeopleFilter } from "./input.ts";
import {
  countTouchpoints,
  listIdentitiesOf,
  selectPeople,
  selectPeopleOf,
} from "./people-list-repository.ts";
import { readCursor, writeCursor, type PeoplePage } from "./people-list.ts";
import { findIdentityIds } from "./search-identities.ts";
import { latestFirst, says, thoseCalled } from "./those-called.ts";

/** Returns a page of people, most recently seen first. */
export async function listPeople(ctx: Context, filter: PeopleFilter = {}): Promise<PeoplePage> {
  requireRole(ctx, "viewer");
  const { limit, after, search = "", ...wanted } = peopleFilter.parse(filter);
  const rows = await searchPeople(ctx, search, {
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
      ...whereaboutsOf(belief),
      touchpointCount: counts.get(person.id) ?? 0,
    })),
    next: rows.length > limit && last ? writeCursor(last) : undefined,
  };
}

type Wanted = Parameters<typeof selectPeople>[2];

async function searchPeople(ctx: Context, search: string, wanted: Wanted) {
  const { db, workspaceId } = ctx;
  const asked = readSearch(search);
  if (asked.terms.length === 0) return selectPeople(db, workspaceId, wanted);
  if (asked.words.length === 0) return [];
  const identityIds = await findIdentityIds(ctx, asked);
  if (identityIds)
    return (await selectPeopleOf(db, workspaceId, identityIds, wanted))
      .toSorted((one, other) => latestFirst(one.person, other.person))
      .slice(0, wanted.limit);
  return lookThrough(ctx, asked, wanted);
}

/** Number of latest people to read first: if very many match, some of these probably do. */
const latest = 50;
const pageSize = 200;

/** Searches for very common names: first among the latest people, then by the index. */
async function lookThrough(ctx: Context, search: Search, wanted: Wanted) {
  const { db, workspaceId } = ctx;
  const first = await selectPeople(db, workspaceId, { ...wanted, limit: latest });
  const found = await thoseCalled(ctx, first, (called) => says(called, search));
  let after = first.length < latest ? undefined : first.at(-1)?.person;
  for (let looked = 0; after && found.length < wanted.limit;) {
    const isLook = search.needsLook && looked < mostLookedAt;
    const limit = isLook ? pageSize : wanted.limit - found.length;
    const over = { called: search.words, after, limit };
    const page = await selectPeople(db, workspaceId, { ...wanted, ...over });
    looked += page.length;
    const isMeant = (called: string) => isFoundBy(called, search);
    found.push(...(isLook ? await thoseCalled(ctx, page, isMeant) : page));
    after = page.length < limit ? undefined : page.at(-1)?.person;
  }
  return found.slice(0, wanted.limit);
}

type Believed = Awaited<ReturnType<typeof selectPeople>>[number]["belief"];

function whereaboutsOf(belief: Believed) {
  const { primaryStageId, secondaryStageId, isUnsure, isAway, isDeciding } = belief ?? nowhere;
  return { primaryStageId, secondaryStageId, isUnsure, isAway, isDeciding };
}

const nowhere = {
  primaryStageId: null,
  secondaryStageId: null,
  isUnsure: true,
  isAway: false,
  isDeciding: false,
} as const;
