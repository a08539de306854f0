import { batchesOf } from "../kernel/batches.ts";
import type { Context } from "../kernel/context.ts";
import { findIds, findSomeIds } from "../search/find-ids.ts";
import { calledAs } from "../search/index-rows.ts";
import { beginnings, isFoundBy, readSearch, type Search } from "../search/search-words.ts";
import { listCalled, type Called } from "./called-repository.ts";
import { listIdentitiesById } from "./identity-repository.ts";
import { listIdentitiesOf, selectPeople } from "./people-list-repository.ts";
import type { Identity } from "./person.ts";

type Searcher = Pick<Context, "db" | "workspaceId">;

/** Returns ids of identities with a matching name or handle; undefined if there are very many. */
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
 * Returns identities on these networks whose handle or a word of whose name begins with the search, most
 * recently seen first. An empty search matches everybody.
 */
export async function suggestIdentities(
  ctx: Searcher,
  wanted: { search: string; networks: readonly string[]; limit: number },
): Promise<Identity[]> {
  const { networks, limit } = wanted;
  const search = readSearch(wanted.search);
  if (networks.length === 0 || (search.words.length === 0 && search.terms.length > 0)) return [];
  const isBegun = beginnings(search);
  const isMeant = (called: Pick<Called, "network" | "handle" | "displayName">) =>
    networks.includes(called.network) && isBegun(calledAs(called));
  const ask = () => findSomeIds(ctx.db, { workspaceId: ctx.workspaceId, kind: "identity" }, search);
  const asked = search.isShort ? undefined : await ask();
  const first = asked?.isAll ? [] : (await listLatest(ctx)).filter(isMeant);
  if (first.length >= limit || search.words.length === 0) return first.slice(0, limit);
  // Of very many matches, few of them recently seen, any will do; the next letter will narrow them down.
  const few = asked ?? (await ask());
  const known = new Set(first.map(({ id }) => id));
  const others = await rankOthers(
    ctx,
    few,
    limit - first.length,
    (one) => !known.has(one.id) && isMeant(one),
  );
  return [...first, ...(await listInOrder(ctx, others))];
}

async function rankOthers(
  { db, workspaceId }: Searcher,
  { ids, isAll }: Awaited<ReturnType<typeof findSomeIds>>,
  limit: number,
  isMeant: (called: Called) => boolean,
): Promise<Called[]> {
  const found: Called[] = [];
  for (const batch of isAll ? [ids] : batchesOf(ids, rankedAtOnce)) {
    const meant = (await listCalled(db, workspaceId, batch)).filter(isMeant).toSorted(bySight);
    found.push(...meant.slice(0, limit - found.length));
    if (found.length >= limit) break;
  }
  return found;
}

/** Number of other matches to sort before reading more. */
const rankedAtOnce = 200;
/** Number of latest people to read first: if very many match, some of these probably do. */
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

function bySight(one: Called, other: Called): number {
  return other.lastSeenAt.getTime() - one.lastSeenAt.getTime() || (one.id < other.id ? -1 : 1);
}

async function listInOrder(
  { db, workspaceId }: Searcher,
  order: readonly Pick<Called, "id">[],
): Promise<Identity[]> {
  const ids = order.map(({ id }) => id);
  const rows = await listIdentitiesById(db, workspaceId, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
