import type { z } from "zod";

import type { Session } from "../contract/connector.ts";
import type { DescribeOutcome } from "../contract/outcome.ts";
import { counted } from "../kit/counted.ts";
import { isRenewable } from "../kit/long-token.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs, isThroughFacebook } from "./call.ts";
import type { InstagramSettings } from "./settings.ts";
import { profileAnswer, profileFields } from "./wire.ts";

/**
 * Asked daily, and so the place to renew a sign-in long before it ends: Instagram renews only what still
 * counts. Through a Facebook page there is nothing to renew.
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
