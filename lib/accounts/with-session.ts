import { type Runtime } from "../kernel/context.ts";
import type { Connector } from "../networks/contract/connector.ts";
import type { Limits } from "../networks/contract/limits.ts";
import type { Session } from "../networks/contract/session.ts";
import type { Account, AccountRow } from "./account.ts";
import { limitsOf } from "./limits-of.ts";
import { markNeedsReconnect, markOutOfCredit, markRateLimited } from "./mark-account.ts";
import { refreshCredentials } from "./refresh-credentials.ts";
import { findAccount } from "./repository.ts";
import { sessionFor } from "./session.ts";

/** A failure of the session, returned instead of the outcome of `work`. */
export type SessionProblem =
  | { kind: "reconnect"; detail: string }
  | { kind: "not-sent"; detail: string }
  | { kind: "later"; retryAt: Date; detail: string };

/**
 * Most renewals per exchange: a new token may expire at once, but one that is never accepted needs a person.
 */
const mostRenewals = 3;

/**
 * Opens an account's session for one exchange with its network. Renews expired credentials and tries again,
 * and stores on the account what the outcome says about it.
 */
export async function withSession<Outcome extends { kind: string }>(
  runtime: Runtime,
  account: Pick<Account, "id" | "workspaceId">,
  work: Work<Outcome>,
): Promise<Exclude<Outcome, { kind: "expired" }> | SessionProblem> {
  let row = await findAccount(runtime.db, account.workspaceId, account.id);
  for (let renewals = 0; ; renewals += 1) {
    const outcome = await attempt(runtime, row, work);
    if (outcome.kind !== "expired") return settle(runtime, row, outcome);
    if (renewals === mostRenewals)
      return settle(runtime, row, {
        kind: "reconnect",
        detail: "The network does not accept the renewed sign-in.",
      });
    const refresh = await refreshCredentials(runtime, row);
    if (refresh.kind !== "refreshed") return settle(runtime, row, refresh);
    row = refresh.account;
  }
}

type Work<Outcome> = (
  session: Session,
  connector: Connector,
  /** Limits of the account's own server. */
  limits: Limits,
) => Promise<Outcome>;

type Attempted<Outcome> = Outcome | SessionProblem;

async function attempt<Outcome extends { kind: string }>(
  runtime: Runtime,
  row: AccountRow,
  work: Work<Outcome>,
): Promise<Attempted<Outcome>> {
  const open = sessionFor(runtime, row);
  if (!open) return { kind: "reconnect", detail: "There is no sign-in for this account here." };
  return work(open.session, open.connector, limitsOf(runtime, row));
}

/** Stores on the account what the outcome says about it. */
async function settle<Outcome extends { kind: string }>(
  runtime: Runtime,
  row: AccountRow,
  outcome: Attempted<Outcome>,
): Promise<Exclude<Outcome, { kind: "expired" }> | SessionProblem> {
  if (isKind(outcome, "reconnect")) await markNeedsReconnect(runtime, row, outcome.detail);
  if (isKind(outcome, "out-of-credit")) await markOutOfCredit(runtime, row, outcome.detail);
  if (isKind(outcome, "later")) await markRateLimited(runtime, row, outcome.retryAt);
  const restUntil = restOf(outcome);
  if (restUntil) await markRateLimited(runtime, row, restUntil);
  return outcome as Exclude<Outcome, { kind: "expired" }> | SessionProblem;
}

/** Returns until when to wait after a success that used up the rate limit. */
function restOf(outcome: { kind: string; restUntil?: unknown }): Date | undefined {
  return outcome.restUntil instanceof Date ? outcome.restUntil : undefined;
}

interface Told {
  reconnect: { kind: "reconnect"; detail: string };
  "out-of-credit": { kind: "out-of-credit"; detail: string };
  later: { kind: "later"; retryAt: Date; detail: string };
}

/** Checks an outcome's kind; these three have one shape in all outcomes of the contract. */
function isKind<Kind extends keyof Told>(
  outcome: { kind: string },
  kind: Kind,
): outcome is Told[Kind] {
  return outcome.kind === kind;
}
