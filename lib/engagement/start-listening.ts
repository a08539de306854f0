import { sessionFor } from "../accounts/session.ts";
import { backoffMs } from "../jobs/backoff.ts";
import { startLoop } from "../jobs/loop.ts";
import { systemContext, type Runtime } from "../kernel/context.ts";
import type { NetworkRegistry } from "../networks/contract/registry.ts";
import { collectSoon } from "./collect-soon.ts";
import { listActive, type CollectedAccount } from "./collection-repository.ts";
import { listeningLeases } from "./listening-leases.ts";

/** Reactions within this time cause one collection. */
const togetherMs = 400;
const longestRestMs = 10 * 60_000;

interface Line {
  readonly account: CollectedAccount;
  readonly openedAt: number;
  readonly close: () => void;
}

/**
 * Keeps a connection open to every account whose network pushes news and that no other worker listens to, and
 * has the account collected at once. News only makes collecting faster: what is missed here, the next
 * collection reads.
 */
export function startListening(
  runtime: Runtime,
  { lookEveryMs = 10_000, restMs = 5_000 }: { lookEveryMs?: number; restMs?: number } = {},
): { stop(): Promise<void> } {
  const { clock, db, networks } = runtime;
  const lines = new Map<string, Line>();
  /**
   * Accounts whose connection broke, with how often in a row and until when they rest. The rest grows while
   * connections last less than ten minutes.
   */
  const rests = new Map<string, { readonly breaks: number; readonly until: number }>();
  const news = newsOf(runtime);
  const leases = listeningLeases(runtime);
  const looking = startLoop(runtime, { name: "Listening", everyMs: lookEveryMs }, async () => {
    const accounts = await leases.among((await listActive(db)).filter(canBeListenedTo(networks)));
    for (const line of lines.values())
      if (!accounts.some((account) => isSame(account, line.account))) hangUp(line);
    for (const account of accounts) if (!lines.has(account.id)) open(account);
  });

  function open(account: CollectedAccount): void {
    const now = clock.now().getTime();
    const restsUntil = rests.get(account.id)?.until ?? 0;
    if (Math.max(restsUntil, account.rateLimitedUntil?.getTime() ?? 0) > now) return;
    const opened = sessionFor(runtime, account);
    const close = opened?.connector.listen?.(
      opened.session,
      () => news.of(account),
      (problem) => rest(account, problem),
    );
    if (close) lines.set(account.id, { account, openedAt: now, close });
  }
  function rest({ id }: CollectedAccount, problem: unknown): void {
    if (problem) runtime.log.error({ accountId: id, error: problem }, "A line broke.");
    const now = clock.now().getTime();
    const livedMs = now - (lines.get(id)?.openedAt ?? now);
    const breaks = 1 + (livedMs < longestRestMs ? (rests.get(id)?.breaks ?? 0) : 0);
    const ms = backoffMs(breaks, { firstMs: restMs, longestMs: longestRestMs });
    lines.delete(id);
    rests.set(id, { breaks, until: now + ms });
  }
  function hangUp({ account, close }: Line): void {
    lines.delete(account.id);
    close();
  }
  return {
    async stop() {
      await looking.stop();
      for (const line of lines.values()) hangUp(line);
      news.stop();
      await leases.leave();
    },
  };
}

function canBeListenedTo(networks: NetworkRegistry) {
  return ({ network }: CollectedAccount) => networks.find(network)?.listen !== undefined;
}

/** Whether the account has the same credentials: a new sign-in needs a new connection. */
function isSame(one: CollectedAccount, other: CollectedAccount): boolean {
  return one.id === other.id && one.credentialsVersion === other.credentialsVersion;
}

/** Requests one collection shortly after the first news, for all news that arrives until then. */
function newsOf(runtime: Runtime) {
  const timers = new Map<string, NodeJS.Timeout>();
  return {
    of({ id, workspaceId }: CollectedAccount): void {
      if (timers.has(id)) return;
      const timer = setTimeout(() => {
        timers.delete(id);
        collectSoon(systemContext(runtime, workspaceId), [id]).catch((error: unknown) =>
          runtime.log.error({ error }, "News could not be passed on."),
        );
      }, togetherMs);
      timers.set(id, timer);
    },
    stop: () => timers.forEach((timer) => clearTimeout(timer)),
  };
}
