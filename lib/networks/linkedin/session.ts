import type { RefreshOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import { refreshForm, tokenAnswer } from "../kit/code-flow.ts";
import { callAsApp } from "./call.ts";
import type { LinkedInSettings } from "./settings.ts";
import { credentialsIn, credentialsOf, scopesIn } from "./token.ts";
import { anything } from "./wire.ts";

/**
 * Renews the access token, which lasts sixty days. Few apps get a refresh token; with all others a person has
 * to sign in again.
 */
export async function refresh(
  session: Session,
  settings: LinkedInSettings,
): Promise<RefreshOutcome> {
  const known = credentialsIn(session.credentials);
  const { clientId, clientSecret, refreshToken } = known;
  if (!refreshToken)
    return { kind: "reconnect", detail: "A sign-in at LinkedIn lasts for sixty days." };
  const form = { ...refreshForm(clientId, refreshToken), client_secret: clientSecret };
  const answer = await callAsApp(session, settings, "/oauth/v2/accessToken", form, tokenAnswer);
  if (answer.kind === "ok") {
    const scopes = scopesIn(answer.value.scope, known.scopes);
    const kept = { ...known, scopes };
    return {
      kind: "refreshed",
      credentials: credentialsOf(known, answer.value, session.now(), kept),
    };
  }
  if (answer.kind === "later") return answer;
  if (answer.kind === "expired")
    return { kind: "reconnect", detail: "LinkedIn does not know the app." };
  const isSilent = answer.kind === "not-sent" || answer.kind === "unknown";
  return { kind: isSilent ? "not-sent" : "reconnect", detail: answer.detail };
}

/** Revokes the token, except one that other accounts share: revoking it would disconnect them too. */
export async function revoke(session: Session, settings: LinkedInSettings): Promise<void> {
  const known = credentialsIn(session.credentials);
  if (known.isShared) return;
  const form = {
    client_id: known.clientId,
    client_secret: known.clientSecret,
    token: known.accessToken,
  };
  await callAsApp(session, settings, "/oauth/v2/revoke", form, anything);
}
