import type { Context } from "../kernel/context.ts";
import { calledAs } from "../search/index-rows.ts";
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
import type { Person } from "./person.ts";
import { findIdentityIds } from "./search-identities.ts";

/** Whoever was about most recently comes first. */
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
      .toSorted(({ person: one }, { person: other }) => latestFirst(one, other))
      .slice(0, wanted.limit);
  return lookThrough(ctx, asked, wanted);
}

function latestFirst(one: Person, other: Person): number {
  const later = other.lastSeenAt.getTime() - one.lastSeenAt.getTime();
  return later || (one.id < other.id ? 1 : -1);
}

const pageSize = 500;

/** For what very many are called: the first that fit are near. */
async function lookThrough(ctx: Context, search: Search, wanted: Wanted) {
  const { db, workspaceId } = ctx;
  const found: Awaited<ReturnType<typeof selectPeople>> = [];
  for (let { after } = wanted; found.length < wanted.limit;) {
    const page = await selectPeople(db, workspaceId, { ...wanted, after, limit: pageSize });
    const ids = page.map(({ person }) => person.id);
    const called = (await listIdentitiesOf(db, workspaceId, ids)).filter((identity) =>
      isFoundBy(calledAs(identity), search),
    );
    const personIds = new Set(called.map(({ personId }) => personId));
    found.push(...page.filter(({ person }) => personIds.has(person.id)));
    after = page.at(-1)?.person;
    if (page.length < pageSize) break;
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
