import type { RefreshOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import { tokenAnswer } from "../kit/code-flow.ts";
import { callAsApp } from "./call.ts";
import type { PinterestSettings } from "./settings.ts";
import { credentialsOf, renewalIn } from "./token.ts";

/**
 * Renews the access token for thirty days. Pinterest also returns a new refresh token, valid for sixty days.
 */
export async function refresh(
  session: Session,
  settings: PinterestSettings,
): Promise<RefreshOutcome> {
  const known = renewalIn(session.credentials);
  if (!known?.refreshToken)
    return { kind: "reconnect", detail: "A token of Pinterest's sandbox is not renewed." };
  const form = { grant_type: "refresh_token", refresh_token: known.refreshToken };
  const answer = await callAsApp(session, settings, known, form, tokenAnswer);
  if (answer.kind === "ok")
    return {
      kind: "refreshed",
      credentials: credentialsOf(known, answer.value, session.now(), known),
    };
  if (answer.kind === "later") return answer;
  if (answer.kind === "expired")
    return { kind: "reconnect", detail: "Pinterest does not accept the sign-in any more." };
  const isSilent = answer.kind === "not-sent" || answer.kind === "unknown";
  return { kind: isSilent ? "not-sent" : "reconnect", detail: answer.detail };
}
