import type { Allowance } from "../networks/contract/outcome.ts";
import type { accounts } from "./schema.ts";

/** An account's row. Other folders get it without its credentials. */
export type AccountRow = typeof accounts.$inferSelect;

/** Limits that a person set for an account; an absent one means no limit besides the network's. */
export interface AccountBudget {
  readonly postsPerDay?: number;
  /** Per calendar month (UTC), in millionths of a US dollar. */
  readonly usdMicrosPerMonth?: number;
}

/** Rate limits as the network reported them, and when (ISO date). */
export interface ToldAllowances {
  readonly at: string;
  readonly told: readonly Allowance[];
}

/** A connected account without its credentials. */
export type Account = Omit<AccountRow, "sealedCredentials" | "refreshLeaseUntil">;

export function withoutCredentials(row: AccountRow): Account {
  const { sealedCredentials: _sealed, refreshLeaseUntil: _lease, ...account } = row;
  return account;
}

/** State of an account as shown to people; the text is `accounts.health.<kind>`. */
export interface AccountHealth {
  readonly kind:
    | "fine"
    | "rate-limited"
    | "day-used-up"
    | "month-used-up"
    | "needs-reconnect"
    | "out-of-credit"
    | "paused"
    | "disconnected";
  /**
   * True for a problem that a person has to solve before anything is sent; false for paused and disconnected
   * accounts, which a person chose.
   */
  readonly needsPerson: boolean;
  /**
   * The time until which nothing is sent, or no post if the day's or month's budget is used up; null if not
   * known or not limited.
   */
  readonly until: Date | null;
}

/** Returns whether posts can be sent on this account now, and whether a person has to act. */
export function accountHealth(
  account: Pick<Account, "state" | "rateLimitedUntil" | "postsResumeAt">,
  now: Date,
): AccountHealth {
  switch (account.state) {
    case "needs_reconnect":
      return { kind: "needs-reconnect", needsPerson: true, until: null };
    case "out_of_credit":
      return { kind: "out-of-credit", needsPerson: true, until: null };
    case "paused":
      return { kind: "paused", needsPerson: false, until: null };
    case "disconnected":
      return { kind: "disconnected", needsPerson: false, until: null };
    case "active":
      return healthOfActive(account, now);
  }
}

function healthOfActive(
  { rateLimitedUntil, postsResumeAt }: Pick<Account, "rateLimitedUntil" | "postsResumeAt">,
  now: Date,
): AccountHealth {
  if (postsResumeAt && postsResumeAt > now) {
    const kind = isStartOfMonth(postsResumeAt) ? "month-used-up" : "day-used-up";
    return { kind, needsPerson: false, until: postsResumeAt };
  }
  return rateLimitedUntil && rateLimitedUntil > now
    ? { kind: "rate-limited", needsPerson: false, until: rateLimitedUntil }
    : { kind: "fine", needsPerson: false, until: null };
}

/**
 * Whether a time is the start of a month (UTC), when a monthly budget starts anew. A hold because of the
 * daily limit ends 24 hours after an earlier post instead.
 */
function isStartOfMonth(at: Date): boolean {
  return at.getTime() === Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1);
}

/**
 * Returns the time until which an account is not used if its network asks to wait until `until`: at least a
 * second from now, plus up to two seconds that depend on the id, so that accounts that waited together do not
 * resume together.
 */
export function holdFrom(until: Date, now: Date, accountId: string): Date {
  let spreadMs = 0;
  for (const letter of accountId) spreadMs = (spreadMs * 31 + letter.charCodeAt(0)) % 2_000;
  return new Date(Math.max(until.getTime(), now.getTime() + 1_000) + spreadMs);
}
