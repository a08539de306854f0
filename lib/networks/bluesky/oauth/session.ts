import type { RefreshOutcome } from "../../contract/outcome.ts";
import type { Session } from "../../contract/session.ts";
import { openClient, type StoredSignIn } from "./client.ts";
import { sealedOAuth, type OAuthCredentials } from "./credentials.ts";
import { causeOf } from "./failure.ts";

const pauseMs = 5 * 60_000;

/**
 * Refreshes the session. A refresh token works only once, so the caller holds the account's lock and saves
 * the result before it is used.
 */
export async function renewed(session: Session, oauth: OAuthCredentials): Promise<RefreshOutcome> {
  const kept: StoredSignIn = { session: oauth.session };
  try {
    const client = await openClient(session, oauth.place, kept);
    await client.restore(session.account.remoteId, true);
  } catch (error) {
    return failedToRenew(error, session.now());
  }
  if (!kept.session) return { kind: "reconnect", detail: "The sign-in has ended." };
  return { kind: "refreshed", credentials: sealedOAuth(oauth.place, kept.session, session.now()) };
}

function failedToRenew(error: unknown, now: Date): RefreshOutcome {
  const { transport, answer, detail } = causeOf(error);
  if (transport || (answer && answer.status >= 500)) return { kind: "not-sent", detail };
  if (answer?.status === 429)
    return { kind: "later", retryAt: new Date(now.getTime() + pauseMs), detail };
  return { kind: "reconnect", detail };
}

export async function revoked(session: Session, oauth: OAuthCredentials): Promise<void> {
  const client = await openClient(session, oauth.place, { session: oauth.session });
  await client.revoke(session.account.remoteId);
}
