import type { Session } from "../contract/connector.ts";
import type { RefreshOutcome } from "../contract/outcome.ts";
import { tokenAnswer } from "../kit/code-flow.ts";
import { callAsApp } from "./call.ts";
import type { PinterestSettings } from "./settings.ts";
import { credentialsOf, renewalIn } from "./token.ts";

/** Thirty more days, and a new token for the next time: each counts for sixty. */
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
