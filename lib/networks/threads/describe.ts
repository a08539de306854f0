import type { z } from "zod";

import type { Session } from "../contract/connector.ts";
import type { DescribeOutcome } from "../contract/outcome.ts";
import { isRenewable } from "../kit/long-token.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import type { ThreadsSettings } from "./settings.ts";
import { profileAnswer, profileFields } from "./wire.ts";

/**
 * Asked daily, and so the place to renew a sign-in long before it ends: Threads renews only what still
 * counts, and a renewal that fails today is tried again tomorrow, while everything else goes on.
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
