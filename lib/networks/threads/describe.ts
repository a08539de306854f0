import type { z } from "zod";

import type { DescribeOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import { isRenewable } from "../kit/long-token.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import type { ThreadsSettings } from "./settings.ts";
import { profileAnswer, profileFields } from "./wire.ts";

/**
 * Reads the profile. Called daily, so it also asks early for a renewal: Threads renews only a token that is
 * still valid. A renewal that fails is tried again the next day; everything else goes on.
 */
export async function describe(
  session: Session,
  settings: ThreadsSettings,
): Promise<DescribeOutcome> {
  if (isRenewable(session.credentials, session.now())) return { kind: "expired" };
  const params = { fields: profileFields };
  const answer = await callAs(session, settings, { path: "/me", params, shape: profileAnswer });
  return answer.kind === "ok"
    ? { kind: "described", ...describedAs(answer.value) }
    : unread(answer);
}

export function describedAs({
  username,
  name,
  threads_profile_picture_url: avatarUrl,
}: z.infer<typeof profileAnswer>) {
  return { handle: username, displayName: name?.trim() || username, avatarUrl };
}
