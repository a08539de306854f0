import type { Session } from "../contract/connector.ts";
import { callAs } from "./call.ts";
import type { InstagramSettings } from "./settings.ts";
import { allowanceAnswer } from "./wire.ts";

const askAgainMs = 30 * 60_000;

/** Asked before anything is made, because the pages of Meta's own documents name 25, 50 and 100 a day. Undefined where some are left, or nobody says. */
export async function allowanceSpentUntil(
  session: Session,
  settings: InstagramSettings,
): Promise<Date | undefined> {
  const path = `/${encodeURIComponent(session.account.remoteId)}/content_publishing_limit`;
  const params = { fields: "quota_usage,config" };
  const answer = await callAs(session, settings, { path, params, shape: allowanceAnswer });
  const [told] = answer.kind === "ok" ? answer.value.data : [];
  const isSpent = told?.config !== undefined && told.quota_usage >= told.config.quota_total;
  // It is counted over the last 24 hours, so some of it comes back bit by bit.
  return isSpent ? new Date(session.now().getTime() + askAgainMs) : undefined;
}
