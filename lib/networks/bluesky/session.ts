import type { RefreshOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import { confirmedHandle } from "./confirmed-handle.ts";
import { exchange, type Call } from "./exchange.ts";
import { oauthCredentialsIn } from "./oauth/credentials.ts";
import { renewed, revoked } from "./oauth/session.ts";
import { credentialsOf, refreshToken } from "./token.ts";
import { anyAnswer, sessionAnswer } from "./wire.ts";

/**
 * Exchanges the refresh token for new tokens. For two more hours the old one returns the same tokens, so a
 * lost answer does no harm.
 */
export async function refresh(session: Session): Promise<RefreshOutcome> {
  const oauth = oauthCredentialsIn(session.credentials);
  if (oauth) return renewed(session, oauth);
  const answer = await withRefreshToken(session, {
    method: "com.atproto.server.refreshSession",
    shape: sessionAnswer,
  });
  switch (answer.kind) {
    case "ok": {
      const credentials = credentialsOf(answer.value, session.now());
      const handle = confirmedHandle(answer.value.handle);
      return { kind: "refreshed", credentials, ...(handle && { handle }) };
    }
    case "later":
      return answer;
    case "expired":
      return { kind: "reconnect", detail: "The session has ended." };
    case "reconnect":
    case "refused":
      return { kind: "reconnect", detail: answer.detail };
    case "not-sent":
    case "unknown":
      return { kind: "not-sent", detail: answer.detail };
  }
}

export async function revoke(session: Session): Promise<void> {
  const oauth = oauthCredentialsIn(session.credentials);
  if (oauth) return revoked(session, oauth);
  await withRefreshToken(session, { method: "com.atproto.server.deleteSession", shape: anyAnswer });
}

function withRefreshToken<Value>(session: Session, call: Call<Value>) {
  return exchange(session, session.account.origin, call, refreshToken(session.credentials));
}
