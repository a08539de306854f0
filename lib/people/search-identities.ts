import type { Context } from "../kernel/context.ts";
import { findIds } from "../search/find-ids.ts";
import { calledAs } from "../search/index-rows.ts";
import { isBegunBy, isFoundBy, readSearch, type Search } from "../search/search-words.ts";
import { listIdentitiesById, listIdentitiesBySight } from "./identity-repository.ts";
import type { Identity } from "./person.ts";

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
  if (networks.length === 0) return [];
  const list = (over: { ids?: readonly string[]; from?: number; limit: number }) =>
    listIdentitiesBySight(ctx.db, ctx.workspaceId, { networks, ...over });
  if (search.words.length === 0) return search.terms.length === 0 ? list({ limit }) : [];
  const ids = await findIds(ctx.db, { workspaceId: ctx.workspaceId, kind: "identity" }, search);
  const isMeant = (identity: Identity) => isBegunBy(calledAs(identity), search);
  if (ids) return (await list({ ids, limit: ids.length })).filter(isMeant).slice(0, limit);
  const found: Identity[] = [];
  for (let from = 0; found.length < limit; from += pageSize) {
    const page = await list({ from, limit: pageSize });
    found.push(...page.filter(isMeant));
    if (page.length < pageSize) break;
  }
  return found.slice(0, limit);
}

const pageSize = 500;
