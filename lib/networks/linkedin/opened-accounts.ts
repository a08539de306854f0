import type { OfferedAccount } from "../contract/connect-outcome.ts";
import type { ConnectorContext } from "../contract/session.ts";
import { callWithToken, type Answer } from "./call.ts";
import { organizationProfile, memberProfile, type Profile } from "./profile.ts";
import type { LinkedInSettings } from "./settings.ts";
import { mayPostAs, maySeeRoles } from "./token.ts";
import { idIn } from "./urn.ts";
import { roles } from "./wire.ts";

type Opened = Omit<OfferedAccount, "credentials">;
interface AllOpened {
  readonly opened: readonly Opened[];
  /** True if the person has roles at more pages than were read. */
  readonly hasMore: boolean;
}
type Out = Pick<ConnectorContext, "http" | "now">;

/** Roles that may post for a page (Posts API, permissions of `w_organization_social`). */
const posting: ReadonlySet<string> = new Set([
  "ADMINISTRATOR",
  "CONTENT_ADMINISTRATOR",
  "DIRECT_SPONSORED_CONTENT_POSTER",
  "RECRUITING_POSTER",
]);

const pageSize = 50;
const mostPages = 10;

/** Lists the accounts that a token's scopes give access to: the member and every page with a role. */
export async function listOpened(
  out: Out,
  settings: LinkedInSettings,
  token: string,
  scopes: readonly string[],
): Promise<Answer<AllOpened>> {
  const opened: Opened[] = [];
  let hasMore = false;
  if (mayPostAs("member", scopes)) {
    const member = await memberProfile((call) => callWithToken(out, settings, token, call), scopes);
    if (member.kind !== "ok") return member;
    opened.push({ ...member.value, origin: settings.api, sort: "member" });
  }
  if (mayPostAs("organization", scopes) && maySeeRoles(scopes)) {
    const pages = await listPages(out, settings, token);
    if (pages.kind !== "ok") return pages;
    opened.push(...pages.value.opened);
    ({ hasMore } = pages.value);
  }
  return { kind: "ok", value: { opened, hasMore }, headers: new Headers() };
}

async function listPages(
  out: Out,
  settings: LinkedInSettings,
  token: string,
): Promise<Answer<AllOpened>> {
  const held = await listRoles(out, settings, token);
  if (held.kind !== "ok") return held;
  const pages: Opened[] = [];
  const { roles: byPage, hasMore } = held.value;
  for (const [page, theirs] of byPage) {
    const profile = await organizationProfile(
      (call) => callWithToken(out, settings, token, call),
      page,
    );
    // LinkedIn tells a page's name to its administrators only.
    if (profile.kind !== "ok" && !profile.isDenied) return profile;
    const shown = profile.kind === "ok" ? profile.value : unnamed(page);
    const mayPost = theirs.some((role) => posting.has(role));
    const place = { origin: settings.api, sort: "organisation" };
    pages.push({ ...shown, ...place, ...(mayPost ? {} : { unusable: "role-too-low" }) });
  }
  return { kind: "ok", value: { opened: pages, hasMore }, headers: new Headers() };
}

function unnamed(page: string): Profile {
  const id = idIn(page);
  return { remoteId: page, handle: id, displayName: id, avatarUrl: undefined };
}

/** Returns the approved roles by page; a person may have several at one page. */
async function listRoles(
  out: Out,
  settings: LinkedInSettings,
  token: string,
): Promise<Answer<{ roles: Map<string, string[]>; hasMore: boolean }>> {
  const held = new Map<string, string[]>();
  let hasMore = true;
  for (let page = 0; page < mostPages; page += 1) {
    const start = page * pageSize;
    const answer = await callWithToken(out, settings, token, {
      path: `/rest/organizationAcls?q=roleAssignee&state=APPROVED&start=${start}&count=${pageSize}`,
      restli: "FINDER",
      shape: roles,
    });
    if (answer.kind !== "ok") return answer;
    const { elements } = answer.value;
    for (const { organization, role, state } of elements)
      if (state === undefined || state === "APPROVED")
        held.set(organization, [...(held.get(organization) ?? []), role]);
    hasMore = elements.length === pageSize;
    if (!hasMore) break;
  }
  return { kind: "ok", value: { roles: held, hasMore }, headers: new Headers() };
}
