import type { Session } from "../contract/session.ts";
import { callAs } from "./call.ts";
import type { InstagramSettings } from "./settings.ts";
import { allowanceAnswer } from "./wire.ts";

const askAgainMs = 30 * 60_000;

/**
 * Returns when to try again if the publishing limit is used up; undefined if posts are left or the limit is
 * unknown. It is read because Meta's documentation names 25, 50 and 100 a day in different places.
 */
export async function allowanceSpentUntil(
  session: Session,
  settings: InstagramSettings,
): Promise<Date | undefined> {
  const path = `/${encodeURIComponent(session.account.remoteId)}/content_publishing_limit`;
  const params = { fields: "quota_usage,config" };
  const answer = await callAs(session, settings, { path, params, shape: allowanceAnswer });
  const [told] = answer.kind === "ok" ? answer.value.data : [];
  const isSpent = told?.config !== undefined && told.quota_usage >= told.config.quota_total;
  // The limit counts the last 24 hours, so it frees up gradually.
  return isSpent ? new Date(session.now().getTime() + askAgainMs) : undefined;
}
