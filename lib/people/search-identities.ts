import type { Context } from "../kernel/context.ts";
import { findIds, findSomeIds } from "../search/find-ids.ts";
import { calledAs } from "../search/index-rows.ts";
import { isBegunBy, isFoundBy, readSearch, type Search } from "../search/search-words.ts";
import { listIdentitiesById } from "./identity-repository.ts";
import { listIdentitiesOf, selectPeople } from "./people-list-repository.ts";
import type { Identity } from "./person.ts";
import { listPersonsById } from "./repository.ts";

type Searcher = Pick<Context, "db" | "workspaceId">;

/** Ids of identities that are called so; undefined where these are very many. */
export async function findIdentityIds(
  { db, workspaceId }: Searcher,
  search: Search,
): Promise<readonly string[] | undefined> {
  const ids = await findIds(db, { workspaceId, kind: "identity" }, search);
  if (!ids || !search.needsLook) return ids;
  const found = await listIdentitiesById(db, workspaceId, ids);
  return found.filter((one) => isFoundBy(calledAs(one), search)).map(({ id }) => id);
}

/**
 * On these networks, whose handle or a word of whose name begins so, whoever was about most recently
 * first. An empty search finds everybody.
 */
export async function suggestIdentities(
  ctx: Searcher,
  wanted: { search: string; networks: readonly string[]; limit: number },
): Promise<Identity[]> {
  const { networks, limit } = wanted;
  const search = readSearch(wanted.search);
  if (networks.length === 0 || (search.words.length === 0 && search.terms.length > 0)) return [];
  const isMeant = (identity: Identity) =>
    networks.includes(identity.network) && isBegunBy(calledAs(identity), search);
  const ask = () => findSomeIds(ctx.db, { workspaceId: ctx.workspaceId, kind: "identity" }, search);
  const few = search.isShort ? undefined : await ask();
  const first = few?.isAll ? [] : (await listLatest(ctx)).filter(isMeant);
  if (first.length >= limit || search.words.length === 0) return first.slice(0, limit);
  // Of very many who are called so, and of whom few were about lately, any will do: one more letter tells them apart.
  const { ids } = few ?? (await ask());
  const known = new Set(first.map(({ id }) => id));
  const others = await listBySight(
    ctx,
    ids.filter((id) => !known.has(id)),
  );
  return [...first, ...others.filter(isMeant)].slice(0, limit);
}

/** Of whom very many are called so, some are likely among these. */
const latest = 300;

async function listLatest({ db, workspaceId }: Searcher): Promise<Identity[]> {
  const seen = await selectPeople(db, workspaceId, { after: undefined, limit: latest });
  const ids = seen.map(({ person }) => person.id);
  const ofPerson = Map.groupBy(
    await listIdentitiesOf(db, workspaceId, ids),
    ({ personId }) => personId,
  );
  return ids.flatMap((id) => ofPerson.get(id) ?? []);
}

/** In two steps: asked for both at once an engine goes through everybody in the order of their last sight. */
async function listBySight(
  { db, workspaceId }: Searcher,
  ids: readonly string[],
): Promise<Identity[]> {
  const all = await listIdentitiesById(db, workspaceId, ids);
  const people = await listPersonsById(db, workspaceId, [
    ...new Set(all.map(({ personId }) => personId)),
  ]);
  const seenAt = new Map(people.map(({ id, lastSeenAt }) => [id, lastSeenAt.getTime()]));
  const sight = ({ personId }: Identity) => seenAt.get(personId) ?? 0;
  return all.toSorted((one, two) => sight(two) - sight(one) || (one.id < two.id ? -1 : 1));
}
