import type { RefreshOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import { refreshForm, tokenAnswer } from "../kit/code-flow.ts";
import { callAsApp } from "./call.ts";
import type { GoogleSettings } from "./settings.ts";
import { credentialsIn, credentialsOf } from "./token.ts";

/** Renews the access token for an hour. The refresh token stays the same. */
export async function refresh(session: Session, settings: GoogleSettings): Promise<RefreshOutcome> {
  const known = credentialsIn(session.credentials);
  const form = {
    ...refreshForm(known.clientId, known.refreshToken),
    client_secret: known.clientSecret,
  };
  const answer = await callAsApp(session, settings, form, tokenAnswer);
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
