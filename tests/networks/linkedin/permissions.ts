import { denied } from "./problem.ts";
import { memberUrn, pageUrn, type Member, type Page, type World } from "./world.ts";

export interface Caller {
  readonly world: World;
  readonly us: Member;
  readonly scopes: readonly string[];
}

const posters = [
  "ADMINISTRATOR",
  "CONTENT_ADMINISTRATOR",
  "DIRECT_SPONSORED_CONTENT_POSTER",
  "RECRUITING_POSTER",
];
const readers = ["ADMINISTRATOR", "DIRECT_SPONSORED_CONTENT_POSTER"];

/** Each scope has an older and a newer name. */
function hasScope({ scopes }: Caller, scope: string): boolean {
  return scopes.includes(scope) || scopes.includes(`${scope}_feed`);
}

/** Whether the caller may act as `author`; LinkedIn says the same of every refusal. */
export function mustActAs(caller: Caller, author: string, what: string): void {
  const isSelf = author === memberUrn(caller.us) && hasScope(caller, "w_member_social");
  const isPage = hasRole(caller, author, posters) && hasScope(caller, "w_organization_social");
  if (!isSelf && !isPage) throw denied(what);
}

/** Reading what stands at a page; what members have is shown to nobody. */
export function mustRead(caller: Caller, page: string, what: string): void {
  if (!hasRole(caller, page, readers) || !hasScope(caller, "r_organization_social"))
    throw denied(what);
}

export function mustAdminister(caller: Caller, page: string, what: string): void {
  if (!hasRole(caller, page, ["ADMINISTRATOR"])) throw denied(what);
  mustSeeRoles(caller, what);
}

export function mustSeeRoles({ scopes }: Caller, what: string): void {
  if (!scopes.some((scope) => /^rw?_organization_admin$/.test(scope))) throw denied(what);
}

export function pageAt({ pages }: World, urn: string): Page | undefined {
  return pages.find((page) => pageUrn(page) === urn);
}

function hasRole({ world, us }: Caller, urn: string, roles: readonly string[]): boolean {
  const held = pageAt(world, urn)?.roles.get(us.id) ?? [];
  return held.some((role) => roles.includes(role));
}
