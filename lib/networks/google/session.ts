import type { Session } from "../contract/connector.ts";
import type { RefreshOutcome } from "../contract/outcome.ts";
import { refreshForm, tokenAnswer } from "../kit/code-flow.ts";
import { callAsApp } from "./call.ts";
import type { GoogleSettings } from "./settings.ts";
import { credentialsIn, credentialsOf } from "./token.ts";
import { anything } from "./wire.ts";

/** Another hour. The token that renews stays the same. */
export async function refresh(session: Session, settings: GoogleSettings): Promise<RefreshOutcome> {
  const known = credentialsIn(session.credentials);
  const form = {
    ...refreshForm(known.clientId, known.refreshToken),
    client_secret: known.clientSecret,
  };
  const answer = await callAsApp(session, settings, "/token", form, tokenAnswer);
  switch (answer.kind) {
    case "ok":
      return {
        kind: "refreshed",
        credentials: credentialsOf(known, answer.value, session.now(), known),
      };
    case "later":
    case "reconnect":
      return answer;
    case "expired":
      return { kind: "reconnect", detail: "Google does not accept the sign-in any more." };
    case "refused":
      return { kind: "reconnect", detail: answer.detail };
    case "not-sent":
    case "unknown":
      return { kind: "not-sent", detail: answer.detail };
  }
}

/** A token that other places live by is left alone: it would take them along. */
export async function revoke(session: Session, settings: GoogleSettings): Promise<void> {
  const { isShared, refreshToken } = credentialsIn(session.credentials);
  if (!isShared) await callAsApp(session, settings, "/revoke", { token: refreshToken }, anything);
}
