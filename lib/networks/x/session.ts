import type { RefreshOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import { refreshForm, tokenAnswer } from "../kit/code-flow.ts";
import { callAsApp } from "./call.ts";
import type { XSettings } from "./settings.ts";
import { credentialsIn, credentialsOf } from "./token.ts";
import { anyAnswer } from "./wire.ts";

/**
 * Exchanges the refresh token for new tokens. It works once: after a lost answer, another try either works (X
 * did not process the first) or ends the sign-in, and a person has to sign in again.
 */
export async function refresh(session: Session, settings: XSettings): Promise<RefreshOutcome> {
  const client = credentialsIn(session.credentials);
  const form = refreshForm(client.clientId, client.refreshToken);
  const answer = await callAsApp(session, settings, client, tokenAnswer, ({ v2 }) =>
    v2.post("oauth2/token", form, { forceBodyMode: "url" }),
  );
  if (answer.kind === "ok") {
    const credentials = credentialsOf(client, answer.value, session.now());
    if (!credentials) return { kind: "reconnect", detail: "X gave no refresh token." };
    return { kind: "refreshed", credentials };
  }
  if (answer.kind === "later") return answer;
  if (answer.kind === "expired") return { kind: "reconnect", detail: "X does not know the app." };
  const isSilent = ["not-sent", "unknown", "out-of-credit"].includes(answer.kind);
  return { kind: isSilent ? "not-sent" : "reconnect", detail: answer.detail };
}

/** Revokes the refresh token and all tokens that were issued with it. */
export async function revoke(session: Session, settings: XSettings): Promise<void> {
  const client = credentialsIn(session.credentials);
  const form = {
    token: client.refreshToken,
    token_type_hint: "refresh_token",
    client_id: client.clientId,
  };
  await callAsApp(session, settings, client, anyAnswer, ({ v2 }) =>
    v2.post("oauth2/revoke", form, { forceBodyMode: "url" }),
  );
}
