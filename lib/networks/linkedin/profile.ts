import type { DescribeOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs, type Answer, type Call } from "./call.ts";
import type { LinkedInSettings } from "./settings.ts";
import { credentialsIn } from "./token.ts";
import { idIn, isOrganization } from "./urn.ts";
import { me, organization, userInfo } from "./wire.ts";

export interface Profile {
  readonly remoteId: string;
  readonly handle: string;
  readonly displayName: string;
  readonly avatarUrl: string | undefined;
}

type Ask = <Value>(call: Call<Value>) => Promise<Answer<Value>>;

/** Reads the account's current profile. */
export async function describe(
  session: Session,
  settings: LinkedInSettings,
): Promise<DescribeOutcome> {
  const ask: Ask = (call) => callAs(session, settings, call);
  const { remoteId } = session.account;
  const answer = isOrganization(remoteId)
    ? await organizationProfile(ask, remoteId)
    : await memberProfile(ask, credentialsIn(session.credentials).scopes);
  if (answer.kind !== "ok")
    // A sign-in may post for a page and still not be allowed to read its name.
    return answer.isDenied
      ? { kind: "not-sent", detail: "LinkedIn does not say." }
      : unread(answer);
  const { handle, displayName, avatarUrl } = answer.value;
  return { kind: "described", handle, displayName, avatarUrl };
}

/** Reads the member's profile. LinkedIn tells no profile address, so the name is the handle. */
export async function memberProfile(ask: Ask, scopes: readonly string[]): Promise<Answer<Profile>> {
  if (scopes.includes("openid")) {
    const answer = await ask({ path: "/v2/userinfo", shape: userInfo });
    if (answer.kind !== "ok") return answer;
    const { sub, name, picture } = answer.value;
    return { ...answer, value: member(sub, name, picture) };
  }
  const answer = await ask({ path: "/v2/me", shape: me });
  if (answer.kind !== "ok") return answer;
  const { id, localizedFirstName, localizedLastName } = answer.value;
  const name = [localizedFirstName, localizedLastName].filter(Boolean).join(" ");
  return { ...answer, value: member(id, name, undefined) };
}

function member(id: string, name: string | undefined, avatarUrl: string | undefined): Profile {
  const displayName = name?.trim() || id;
  return { remoteId: `urn:li:person:${id}`, handle: displayName, displayName, avatarUrl };
}

export async function organizationProfile(ask: Ask, page: string): Promise<Answer<Profile>> {
  const id = idIn(page);
  const answer = await ask({ path: `/rest/organizations/${id}`, shape: organization });
  if (answer.kind !== "ok") return answer;
  const { localizedName, vanityName } = answer.value;
  const displayName = localizedName?.trim() || vanityName || id;
  const handle = vanityName || id;
  return { ...answer, value: { remoteId: page, handle, displayName, avatarUrl: undefined } };
}
