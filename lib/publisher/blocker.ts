import type { Account } from "../accounts/account.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { everywhere, type SendingStop } from "./sending-stop.ts";

/** The reason why a planned delivery is not sent for now; the text is `sending.blockers.<kind>`. */
export interface Blocker {
  readonly kind:
    | "installation-stopped"
    | "workspace-stopped"
    | "needs-reconnect"
    | "out-of-credit"
    | "paused"
    | "network-limit"
    | "monthly-cap"
    | "daily-posts";
  /** The time until which it is not sent; null if a person has to act first. */
  readonly until: Date | null;
}

export interface BlockerFacts {
  readonly stops: readonly Pick<SendingStop, "id">[];
  readonly account: Pick<Account, "state" | "rateLimitedUntil" | "postsResumeAt"> | undefined;
  /** Until when the account may not spend anything, because of its monthly limit. */
  readonly spentOutUntil?: Date | undefined;
  /** Until when the account may not post, because of its daily limit. */
  readonly dayUntil?: Date | undefined;
  readonly now: Date;
}

/**
 * Returns what keeps a planned delivery from being sent, the widest reason first; undefined if it is sent at
 * its time.
 */
export function findBlocker(
  delivery: Pick<Delivery, "workspaceId" | "plannedAt" | "dueAt">,
  facts: BlockerFacts,
): Blocker | undefined {
  return (
    stopped(delivery, facts) ?? waitingForPerson(facts.account) ?? waitingForTime(delivery, facts)
  );
}

function stopped(
  { workspaceId }: Pick<Delivery, "workspaceId">,
  { stops }: BlockerFacts,
): Blocker | undefined {
  const isStopped = (id: string) => stops.some((stop) => stop.id === id);
  if (isStopped(everywhere)) return { kind: "installation-stopped", until: null };
  return isStopped(workspaceId) ? { kind: "workspace-stopped", until: null } : undefined;
}

const waiting: Partial<Record<Account["state"], Blocker["kind"]>> = {
  needs_reconnect: "needs-reconnect",
  out_of_credit: "out-of-credit",
  paused: "paused",
};

function waitingForPerson(account: BlockerFacts["account"]): Blocker | undefined {
  const kind = account && waiting[account.state];
  return kind && { kind, until: null };
}

/** Returns a limit that ends after the delivery's due time; a limit that ends earlier does not delay it. */
function waitingForTime(
  { plannedAt, dueAt }: Pick<Delivery, "plannedAt" | "dueAt">,
  { account, spentOutUntil, dayUntil, now }: BlockerFacts,
): Blocker | undefined {
  const due = Math.max(plannedAt.getTime(), dueAt.getTime(), now.getTime());
  const timed = [
    { kind: "monthly-cap", until: spentOutUntil },
    { kind: "daily-posts", until: dayUntil ?? account?.postsResumeAt },
    { kind: "network-limit", until: account?.rateLimitedUntil },
  ] as const;
  for (const { kind, until } of timed) if (until && until.getTime() > due) return { kind, until };
  return undefined;
}
