import type { DescribeOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import { counted } from "../kit/counted.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import type { PinterestSettings } from "./settings.ts";
import { isRenewable } from "./token.ts";
import { userAnswer, type UserAnswer } from "./wire.ts";

/** Reads the profile. Called daily, so it also asks for a renewal long before the token expires. */
export async function describe(
  session: Session,
  settings: PinterestSettings,
): Promise<DescribeOutcome> {
  if (isRenewable(session.credentials, session.now())) return { kind: "expired" };
  const answer = await callAs(session, settings, { path: "/user_account", shape: userAnswer });
  return answer.kind === "ok"
    ? {
        kind: "described",
        ...describedAs(answer.value),
        ...counted(answer.value.follower_count),
      }
    : unread(answer);
}

export function describedAs({ username, business_name: name, profile_image: picture }: UserAnswer) {
  return {
    handle: username,
    displayName: name?.trim() || username,
    avatarUrl: picture ?? undefined,
  };
}
