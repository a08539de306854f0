import pg from "pg";

const channel = "shoutloop_commit";
const reconnectMs = 1_000;

/**
 * Statement that every writing transaction runs. PostgreSQL delivers the notification only if the transaction
 * commits.
 */
export const notifyCommit = `notify ${channel}`;

/**
 * Calls `notify` after commits of other processes. Reconnects after a lost connection; meanwhile, callers
 * rely on polling.
 */
export function listenForCommits(url: string, notify: () => void): () => Promise<void> {
  let stopped = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function open(): Promise<void> {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    next.on("error", () => {});
    next.on("end", again);
    next.on("notification", notify);
    client = next;
    await next.connect();
    await next.query(`listen ${channel}`);
    // Covers commits made before the connection started to listen.
    notify();
  }
  function again(): void {
    if (stopped || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      if (!stopped) open().catch(again);
    }, reconnectMs);
    timer.unref();
  }

  open().catch(again);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await client?.end().catch(() => {});
  };
}
