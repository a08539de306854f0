import type { Allowance } from "../networks/contract/outcome.ts";
import type { accounts } from "./schema.ts";

/** As the database holds it. Leaves this domain only without its credentials. */
export type AccountRow = typeof accounts.$inferSelect;

/** What a person allows an account to use; absent: as much as its network does. */
export interface AccountBudget {
  readonly postsPerDay?: number;
  /** Millionths of a US dollar in a calendar month (UTC). */
  readonly usdMicrosPerMonth?: number;
}

/** As the network told it. */
export interface ToldAllowances {
  readonly at: string;
  readonly told: readonly Allowance[];
}

/** What everyone else may see of a connected account. */
export type Account = Omit<AccountRow, "sealedCredentials" | "refreshLeaseUntil">;

export function withoutCredentials(row: AccountRow): Account {
  const { sealedCredentials: _sealed, refreshLeaseUntil: _lease, ...account } = row;
  return account;
}

/** The message is `accounts.health.<kind>`. */
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
  /** A person has to do something before anything goes out. */
  readonly needsPerson: boolean;
  /** Nothing leaves before; where the day or the month is used up, no post. */
  readonly until: Date | null;
}

/** Whether posts can leave on this account now, and who has to act if not. */
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

/** What may be spent in a month begins anew there; a day's posts count from the moment of the first. */
function isStartOfMonth(at: Date): boolean {
  return at.getTime() === Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1);
}

/**
 * Until when nothing is asked of an account whose network wants to be left alone `until` then: at
 * least a second, and up to two seconds longer, so that accounts that waited together do not come
 * back together.
 */
export function holdFrom(until: Date, now: Date, accountId: string): Date {
  let spreadMs = 0;
  for (const letter of accountId) spreadMs = (spreadMs * 31 + letter.charCodeAt(0)) % 2_000;
  return new Date(Math.max(until.getTime(), now.getTime() + 1_000) + spreadMs);
}
