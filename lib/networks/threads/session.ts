import type { RefreshOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import { graphCall } from "../kit/graph-call.ts";
import { accessToken, credentialsIn, credentialsOf, longToken } from "../kit/long-token.ts";
import type { ThreadsSettings } from "./settings.ts";

/**
 * Extends a token that is still valid by sixty days. The old token stays valid, so a lost answer does no
 * harm.
 */
export async function refresh(
  session: Session,
  settings: ThreadsSettings,
): Promise<RefreshOutcome> {
  const token = accessToken(session.credentials, session.now());
  if (!token) return { kind: "reconnect", detail: "The sign-in has run out." };
  const answer = await graphCall(
    session,
    new URL(settings.api).origin,
    {
      path: "/refresh_access_token",
      params: { grant_type: "th_refresh_token" },
      shape: longToken,
    },
    token,
  );
  if (answer.kind === "ok") {
    const app = credentialsIn(session.credentials);
    return { kind: "refreshed", credentials: credentialsOf(app, answer.value, session.now()) };
  }
  if (answer.kind === "later" || answer.kind === "reconnect") return answer;
  return { kind: "not-sent", detail: answer.detail };
}
