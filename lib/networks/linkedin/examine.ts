import type { ExamineOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import { credentialsIn, mayPostAs, mayRead } from "./token.ts";
import { isOrganization } from "./urn.ts";

/** Returns the permissions from the stored scopes: LinkedIn tells them at the sign-in only. */
export async function examine(session: Session): Promise<ExamineOutcome> {
  const { scopes, refreshToken, freshUntil } = credentialsIn(session.credentials);
  const who = isOrganization(session.account.remoteId) ? "organization" : "member";
  const posting = {
    name: `w_${who}_social`,
    isGiven: mayPostAs(who, scopes),
    isNeeded: true,
  };
  const reading = { name: "r_organization_social", isGiven: mayRead(session), isNeeded: false };
  return {
    kind: "examined",
    permissions: who === "organization" ? [posting, reading] : [posting],
    // With a refresh token the sign-in lasts a year from the consent, whose date is not stored.
    ...(refreshToken === undefined && { endsAt: new Date(freshUntil) }),
  };
}
