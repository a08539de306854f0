import type { z } from "zod";

import type { DescribeOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import { counted } from "../kit/counted.ts";
import { isRenewable } from "../kit/long-token.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs, isThroughFacebook } from "./call.ts";
import type { InstagramSettings } from "./settings.ts";
import { profileAnswer, profileFields } from "./wire.ts";

/**
 * Reads the profile. Called daily, so it also asks early for a renewal: Instagram renews only a token that is
 * still valid. The token of a Facebook page needs no renewal.
 */
export async function describe(
  session: Session,
  settings: InstagramSettings,
): Promise<DescribeOutcome> {
  const isLasting = isThroughFacebook(session);
  if (!isLasting && isRenewable(session.credentials, session.now())) return { kind: "expired" };
  const path = isLasting ? `/${session.account.remoteId}` : "/me";
  const params = { fields: profileFields };
  const answer = await callAs(session, settings, { path, params, shape: profileAnswer });
  return answer.kind === "ok"
    ? {
        kind: "described",
        ...describedAs(answer.value),
        ...counted(answer.value.followers_count),
      }
    : unread(answer);
}

export function describedAs({
  username,
  name,
  profile_picture_url: avatarUrl,
}: z.infer<typeof profileAnswer>) {
  return { handle: username, displayName: name?.trim() || username, avatarUrl };
}
